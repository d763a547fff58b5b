import { rmSync } from "node:fs";
import { expect } from "chai";
import { type Postgres, roomForPostgres, startPostgres } from "../../../scripts/postgres.ts";
import { UNLIMITED } from "../callers/CallerLimits.ts";
import { headAnswer } from "../routes/head/schema.ts";
import { LIMITS, TestApi } from "../testing/api.ts";
import { logged } from "../testing/logged.ts";
import { query } from "../testing/postgres.ts";
import { fillIndex, HEAD } from "../testing/world.ts";

describe("api: a database that stops and starts", () => {
  let room: string;
  let postgres: Postgres;
  let api: TestApi;

  before(async () => {
    room = roomForPostgres();
    postgres = await startPostgres(room);
    api = await TestApi.start({ limits: LIMITS, callers: UNLIMITED, answerBytes: 0 }, postgres.url);
    await fillIndex(api.build.db);
    await api.build.publish();
  });

  after(async () => {
    await api.stop();
    await postgres.stop();
    rmSync(room, { recursive: true, force: true });
  });

  it("survives sessions that are ended under it, whether idle or in use", async () => {
    const lines = await logged(endSessions);
    expect(lines.map(({ what }) => what)).to.deep.equal(["lost connections to the database"]);
  });

  async function endSessions() {
    await Promise.all(Array.from({ length: 8 }, () => api.get("/v1/head", headAnswer)));
    const during = api.context.index
      .read(({ db }) => db.execute("SELECT pg_sleep(5)"))
      .catch((error: { code?: string }) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [row] = await query(
      postgres.url,
      "SELECT count(pg_terminate_backend(pid))::int AS ended FROM pg_stat_activity WHERE application_name = 'azora-api'",
    );
    expect(row?.ended).to.be.at.least(2);
    expect(await during).to.equal("57P01");
    expect((await api.get("/v1/head", headAnswer)).block.number).to.equal(HEAD);
  }

  it("answers 503 while it is away, and goes on by itself, with all its connections", async () => {
    await logged(stopAndStart);
  });

  async function stopAndStart() {
    const { port } = new URL(postgres.url);
    await postgres.stop();
    // More than there are connections: none must be lost to a failure.
    for (let n = 0; n < 12; n += 1)
      expect((await api.refused("/v1/head", 503)).detail).to.equal(
        "The database is away. Try again in a moment.",
      );
    await api.refused("/v1/contributions", 503);
    const evidence = `/v1/evidence/0x${"0".repeat(64)}`;
    await api.refused(evidence, 503);
    // Nobody is to keep that for a year, as they may the evidence.
    const { headers } = await api.fetch(evidence);
    expect([headers.get("cache-control"), headers.get("etag")]).to.deep.equal([null, null]);
    const { status } = await api.fetch("/health/ready");
    expect(status).to.equal(503);
    postgres = await startPostgres(room, Number(port));
    const answers = await Promise.all(Array.from({ length: 12 }, () => api.get("/v1/head", headAnswer)));
    expect(answers.map(({ block }) => block.number)).to.deep.equal(Array(12).fill(HEAD));
  }
});
