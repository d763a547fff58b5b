import { expect } from "chai";
import { Client } from "pg";
import { useApi } from "../testing/api.ts";

const LIST = "/v1/contributions?limit=2";
const QUESTION = JSON.stringify({ query: "{ contributions(first: 2) { edges { node { id } } } }" });

describe("api: answers that are kept", () => {
  const api = useApi({ answerBytes: 1_000_000 });

  const rest = (headers: Record<string, string> = {}) => api().fetch(LIST, { headers });
  const graphql = () =>
    api().fetch("/graphql", {
      method: "POST",
      body: QUESTION,
      headers: { "Content-Type": "application/json", Accept: "application/json" },
    });

  /** What the database is asked while something is done, without the words that begin and end a transaction. */
  async function questionsOf(work: () => Promise<unknown>): Promise<number> {
    const { query } = Client.prototype;
    let count = 0;
    Client.prototype.query = function (this: Client, ...args: unknown[]) {
      const [first] = args;
      const text = typeof first === "string" ? first : String(Object(first).text);
      if (!/^(COMMIT|ROLLBACK)$/.test(text)) count += 1;
      return Reflect.apply(query, this, args);
    } as typeof query;
    try {
      await work();
    } finally {
      Client.prototype.query = query;
    }
    return count;
  }

  for (const [name, ask] of [
    ["REST", rest],
    ["GraphQL by POST", graphql],
  ] as const) {
    it(`asks only for the head once an answer was asked for twice, by ${name}`, async () => {
      const first = await ask();
      const text = await first.text();
      await ask();
      let kept: Response | undefined;
      const questions = await questionsOf(async () => {
        kept = await ask();
      });
      expect(questions).to.equal(1);
      expect(await kept?.text()).to.equal(text);
      for (const header of ["Content-Type", "ETag", "Azora-Block", "Azora-Verified", "Cache-Control", "Vary"])
        expect(kept?.headers.get(header), header).to.equal(first.headers.get(header));
      expect(kept?.status).to.equal(200);
    });

    it(`reads it anew once anything has changed that it follows from, by ${name}`, async () => {
      for (let k = 0; k < 3; k += 1) await ask();
      await api().pool.query("UPDATE evidence_room SET revision = revision + 1");
      expect(await questionsOf(ask)).to.be.greaterThan(1);
    });
  }

  it("answers 304 to those who have it, with what a 304 is to say", async () => {
    const tag = (await rest()).headers.get("ETag") ?? "";
    await rest();
    let kept: Response | undefined;
    const questions = await questionsOf(async () => {
      kept = await rest({ "If-None-Match": tag });
    });
    expect([questions, kept?.status, await kept?.text()]).to.deep.equal([1, 304, ""]);
    expect(kept?.headers.get("ETag")).to.equal(tag);
    expect(kept?.headers.get("Azora-Block")).to.be.a("string");
    expect(kept?.headers.get("Content-Type")).to.equal(null);
  });

  it("keeps apart what differs in its fields, its query and its kind", async () => {
    const texts = new Set<string>();
    for (const path of [
      LIST,
      `${LIST}&fields=id`,
      "/v1/contributions?limit=1",
      "/v1/contributions?limit=2&order=oldest",
    ])
      for (let k = 0; k < 3; k += 1) texts.add(await (await api().fetch(path)).text());
    expect(texts.size).to.equal(4);
  });

  it("keeps no refusal, and none of what is not of the index", async () => {
    for (const path of ["/v1/contributions?limit=0", "/health/live", "/v1/claims?identity=x"]) {
      const first = (await api().fetch(path)).status;
      for (let k = 0; k < 3; k += 1) expect((await api().fetch(path)).status).to.equal(first);
    }
    await rest();
    await rest();
    // A preference is answered for itself.
    const preferred = await api().fetch(`${LIST}&minBlock=1`, { headers: { Prefer: "wait=1" } });
    expect(preferred.headers.get("Preference-Applied")).to.equal("wait=1");
  });

  for (const [name, askOf] of [
    ["REST", (limit: number) => api().fetch(`/v1/contributions?limit=${limit}&order=amount`)],
    [
      "GraphQL by POST",
      (limit: number) =>
        api().fetch("/graphql", {
          method: "POST",
          body: JSON.stringify({ query: `{ contributions(first: ${limit}) { edges { node { number } } } }` }),
          headers: { "Content-Type": "application/json", Accept: "application/json" },
        }),
    ],
  ] as const)
    it(`reads once for all who ask the same at once, by ${name}`, async () => {
      const alone = await questionsOf(() => askOf(1));
      const answers: Response[] = [];
      const together = await questionsOf(async () => {
        answers.push(...(await Promise.all(Array.from({ length: 20 }, () => askOf(2)))));
      });
      // Who waited asks whether the answer holds, together.
      expect(together).to.be.within(alone, alone + 2);
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(new Set(texts).size).to.equal(1);
      expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    });

  it("lets those who wait for a block wait each for itself", async () => {
    const ahead = () => api().fetch("/v1/contributions?limit=2&minBlock=999999999");
    const timed = async (work: () => Promise<Response[]>) => {
      const start = performance.now();
      const answers = await work();
      expect(answers.map(({ status }) => status)).to.satisfy((all: number[]) => all.every((s) => s === 504));
      return performance.now() - start;
    };
    const alone = await timed(async () => [await ahead()]);
    expect(await timed(() => Promise.all([ahead(), ahead(), ahead()]))).to.be.below(2 * alone);
  });

  it("asks once for all who wait", async () => {
    await rest();
    await rest();
    const questions = await questionsOf(() => Promise.all(Array.from({ length: 20 }, () => rest())));
    expect(questions).to.be.at.most(2);
  });
});
