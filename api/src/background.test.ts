import { expect } from "chai";
import { repeat } from "./background.ts";
import { ProblemError } from "./http/errors.ts";
import { logged } from "./testing/logged.ts";

describe("api: work in the background", () => {
  /** Runs passes that end as told, and gives what was logged. */
  async function run(endings: (Error | undefined)[]): Promise<unknown[]> {
    const stopped = new AbortController();
    let passes = 0;
    const lines = await logged(() =>
      repeat("do it", 1, stopped.signal, async () => {
        const ending = endings[passes];
        passes += 1;
        if (passes === endings.length) stopped.abort();
        if (ending) throw ending;
      }),
    );
    expect(passes).to.equal(endings.length);
    return lines.map(({ what, cause }) => `${what}: ${(cause as { message: string }).message}`);
  }

  it("goes on after a failure, and says the same one once", async () => {
    const [a, b] = [new Error("a"), new Error("b")];
    expect(await run([a, a, a, b, undefined, b])).to.deep.equal([
      "failed to do it: a",
      "failed to do it: b",
      "failed to do it: b",
    ]);
  });

  it("says nothing of a database that is away or an index that is not there yet", async () => {
    const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const missing = Object.assign(new Error("relation"), { code: "42P01" });
    expect(await run([away, missing, new ProblemError(503, "no block")])).to.deep.equal([]);
  });

  it("ends at once when it is told while it rests", async () => {
    const stopped = new AbortController();
    const start = performance.now();
    const work = repeat("rest", 60_000, stopped.signal, async () => undefined);
    setTimeout(() => stopped.abort(), 20);
    await work;
    expect(performance.now() - start).to.be.below(1_000);
  });
});
