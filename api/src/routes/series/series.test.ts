import { expect } from "chai";
import { useApi } from "../../testing/api.ts";
import { azr, T0 } from "../../testing/names.ts";
import { query } from "../../testing/postgres.ts";
import { bucketPage } from "./schema.ts";

const HOUR = 3_600;
const FIRST = T0 - (T0 % HOUR);

describe("api: series", () => {
  const api = useApi();
  const starts = async (search: string) =>
    (await api().get(`/v1/series?${search}`, bucketPage)).items.map(({ start }) => (start - FIRST) / HOUR);

  it("gives days, or hours, latest first or in order", async () => {
    const { items } = await api().get("/v1/series", bucketPage);
    expect(items).to.have.length(1);
    expect(items[0]).to.include({
      start: T0 - (T0 % 86_400),
      end: T0 - (T0 % 86_400) + 86_400,
      registered: 7,
      settled: 4,
      minted: azr(14).toString(),
      withdrawn: azr(1).toString(),
      supply: azr(14).toString(),
    });
    expect(await starts("period=hour")).to.deep.equal([3, 1, 0]);
    expect(await starts("period=hour&order=oldest")).to.deep.equal([0, 1, 3]);
  });

  it("gives those that begin within a time", async () => {
    const within = (from: number, until: number) =>
      starts(`period=hour&from=${FIRST + from * HOUR}&until=${FIRST + until * HOUR}`);
    expect(await within(0, 3)).to.deep.equal([1, 0]);
    expect(await within(1, 4)).to.deep.equal([3, 1]);
    expect(await within(2, 3)).to.deep.equal([]);
    const { errors } = await api().refused(`/v1/series?from=${T0 * 1_000}`, 400);
    expect(errors?.[0]?.path).to.equal("query.from");
  });

  for (const order of ["newest", "oldest"])
    it(`pages to the end: ${order}`, async () => {
      const paged = await api().all(`/v1/series?period=hour&limit=1&order=${order}`, bucketPage);
      expect(paged.map(({ start }) => (start - FIRST) / HOUR)).to.deep.equal(
        await starts(`period=hour&order=${order}`),
      );
      // A cursor of hours is none of days.
      const { next } = await api().get(`/v1/series?period=hour&limit=1&order=${order}`, bucketPage);
      await api().refused(`/v1/series?period=day&order=${order}&cursor=${next}`, 400);
    });

  it("is a connection of GraphQL", async () => {
    const response = await api().fetch(
      `/graphql?${new URLSearchParams({ query: `{ series(period: hour, first: 1, from: ${FIRST + 1}) { edges { node { start judged fund } } pageInfo { hasNextPage } } }` })}`,
    );
    expect(await response.json()).to.deep.equal({
      data: {
        series: {
          edges: [{ node: { start: FIRST + 3 * HOUR, judged: 12, fund: (azr(14) / 10n).toString() } }],
          pageInfo: { hasNextPage: true },
        },
      },
    });
  });

  it("is one look-up by key, however many there are", async () => {
    const rows = await query(
      api().urls.indexer,
      `INSERT INTO build_1.bucket SELECT 3600, 3600 * n, 0,0,0,0,0,0,0, 0,0,0,0,0,0,0 FROM generate_series(1, 50000) n`,
      "ANALYZE build_1.bucket",
      "EXPLAIN SELECT * FROM build_1.bucket WHERE period = 3600 AND start < 100000000 ORDER BY start DESC LIMIT 21",
    );
    const plan = rows.map((row) => Object.values(row)[0]).join("\n");
    expect(plan)
      .to.match(/Index Scan Backward using bucket_pkey/)
      .and.not.match(/Sort/);
  });
});
