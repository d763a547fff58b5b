import { contribution } from "@azora/indexer/schema";
import { expect } from "chai";
import { useApi } from "../../testing/api.ts";
import { ALICE, aliceNode, azr, BOB, person, work } from "../../testing/names.ts";
import { paidRow } from "../../testing/rows.ts";
import { HEAD } from "../../testing/world.ts";
import { contributionPage } from "./schema.ts";

const PATH = "/v1/contributions";

describe("api: contributions, the list", () => {
  const api = useApi();
  const numbers = async (query = "") =>
    (await api().get(`${PATH}?limit=100${query}`, contributionPage)).items.map(({ number }) => number);

  it("gives the newest first, each with what there is to say in a list", async () => {
    const { items, next, block } = await api().get(PATH, contributionPage);
    expect(items.map(({ number }) => number)).to.deep.equal([7, 6, 5, 4, 3, 2, 1]);
    expect(next).to.equal(null);
    expect(block.number).to.equal(HEAD);
    expect(items.at(-1)).to.include({
      id: work(1),
      title: null,
      registrant: "0x000000000000000000000000000000000000a001",
      phase: "Settled",
      level: 3,
      points: "4",
      epoch: 0,
      amount: azr(5).toString(),
      citedByCount: 3,
    });
  });

  it("gives them in each order", async () => {
    expect(await numbers("&order=oldest")).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(await numbers("&order=amount")).to.deep.equal([1, 4, 3, 2, 7, 6, 5]);
  });

  it("leaves out what the filters leave out", async () => {
    expect(await numbers("&phase=Settled")).to.deep.equal([4, 3, 2, 1]);
    expect(await numbers("&phase=Void")).to.deep.equal([]);
    expect(await numbers(`&registrant=${BOB.toUpperCase().replace("0X", "0x")}`)).to.deep.equal([2]);
    expect(await numbers(`&contributor=${person(2)}`)).to.deep.equal([2]);
    expect(await numbers(`&contributor=${aliceNode}&order=oldest`)).to.deep.equal([1, 2, 3]);
    expect(await numbers("&epoch=1")).to.deep.equal([4]);
    expect(await numbers(`&registrant=${ALICE}&phase=Settled&epoch=0`)).to.deep.equal([3, 1]);
  });

  for (const order of ["newest", "oldest", "amount"]) {
    for (const limit of [1, 2, 3]) {
      it(`pages to the end without loss or repetition: ${order}, ${limit} at a time`, async () => {
        const paged = await api().all(`${PATH}?order=${order}&limit=${limit}`, contributionPage);
        expect(paged.map(({ number }) => number)).to.deep.equal(await numbers(`&order=${order}`));
      });
    }
  }

  it("goes on after the last page's end when works were added, and shows none twice", async () => {
    const first = await api().get(`${PATH}?limit=3`, contributionPage);
    await api()
      .build.db.insert(contribution)
      .values(paidRow(8, azr(3)));
    const second = await api().get(`${PATH}?limit=100&cursor=${first.next}`, contributionPage);
    expect(second.items.map(({ number }) => number)).to.deep.equal([4, 3, 2, 1]);
  });

  it("refuses what does not fit, and says what", async () => {
    const refusals = [
      ["limit=0", "query.limit"],
      ["limit=101", "query.limit"],
      ["limit=2.5", "query.limit"],
      ["limit=x", "query.limit"],
      ["order=best", "query.order"],
      ["phase=Done", "query.phase"],
      ["registrant=0x12", "query.registrant"],
      ["contributor=alice", "query.contributor"],
      ["epoch=-1", "query.epoch"],
      ["epoch=2147483648", "query.epoch"],
      ["minBlock=-1", "query.minBlock"],
      ["minBlock=soon", "query.minBlock"],
      ["q=", "query.q"],
      [`cursor=${"a".repeat(201)}`, "query.cursor"],
    ];
    for (const [query, path] of refusals) {
      const { errors, detail } = await api().refused(`${PATH}?${query}`, 400);
      expect(
        errors?.map((error) => error.path),
        query,
      ).to.deep.equal([path]);
      expect(detail).to.match(/^The request does not fit: .+\.$/);
    }
  });

  it("refuses a cursor that is not its own", async () => {
    const { next } = await api().get(`${PATH}?limit=1&order=amount`, contributionPage);
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const wrong = [
      "x",
      "%00",
      made("newest"),
      made(["newest"]),
      made(["newest", ["1"]]),
      made(["newest", [-1]]),
      made(["newest", [2 ** 31]]),
      made(["newest", [1, 2]]),
    ];
    for (const cursor of [next, ...wrong]) {
      const { errors } = await api().refused(`${PATH}?cursor=${cursor}`, 400);
      expect(errors?.[0]?.path, String(cursor)).to.equal("query.cursor");
    }
    const amounts = [
      ["amount", ["-1", 1]],
      ["amount", ["1e3", 1]],
      ["amount", ["9".repeat(79), 1]],
    ];
    for (const cursor of amounts.map(made)) await api().refused(`${PATH}?order=amount&cursor=${cursor}`, 400);
  });
});
