import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { EXAMINERS, type Route, readChain, verifyAnswers } from "@azora/sdk/answers";
import { expect } from "chai";
import { freePorts } from "../../scripts/local/ports.ts";
import { openSession, removeNetwork, type Session } from "../../scripts/local/session.ts";
import { azoraAt } from "../support/azora.ts";
import { liveFully } from "../support/fullLife.ts";
import { Liar } from "../support/liar/Liar.ts";
import { type Lie, liesAbout } from "../support/liar/lies.ts";
import { GRAPHQL, isOf, type Read, readOf } from "../support/liar/schemas.ts";
import survivors from "../support/liar/survivors.json" with { type: "json" };

describe("a command that holds an API to the chain", function () {
  this.timeout(900_000);
  let folder: string;
  let session: Session;
  let liar: Liar;
  let chain: ReturnType<typeof readChain>;
  const survived = new Set<string>();

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-answers-"));
    chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
    session = await openSession({ folder, ports: await freePorts(), floors: "api", say: () => undefined });
    await liveFully(session);
    liar = await Liar.open(session.apiUrl);
    chain = readChain(session.client, session.network.deployment);
  });

  after(async () => {
    await liar?.close();
    const indexer = session?.supervisor.pid("indexer");
    if (indexer !== undefined) process.kill(indexer, "SIGCONT");
    await session?.stop();
    removeNetwork(folder);
  });

  const verify = (routes?: readonly Route[]) =>
    verifyAnswers({ apiUrl: liar.url, chain, patienceMs: 0, ...(routes && { routes }) });

  it("finds nothing wrong with an API that says what is so, while the chain goes on", async () => {
    const azora = azoraAt(folder, session);
    const { code, stdout, stderr } = await azora.start("verify", "--api", session.apiUrl, "--json").ended;
    expect(code, stderr || stdout).to.equal(0);
    const { checked, lie } = JSON.parse(stdout);
    expect(lie).to.equal(null);
    for (const name of Object.keys(checked)) expect(checked[name].fields, name).to.be.above(0);
    const fields = Object.values<{ fields: number }>(checked).reduce((sum, each) => sum + each.fields, 0);
    console.log(`      ${fields} values were held to the chain`);
  });

  it("ends with 1, and names the lie, what is so, and what says so", async () => {
    const azora = azoraAt(folder, session);
    const question = "/v1/contributions?order=oldest&limit=100";
    liar.tell({
      question,
      change: (answer) => ({
        ...answer,
        body: Buffer.from(answer.body.toString().replace('"phase":"Settled"', '"phase":"Accepted"')),
      }),
    });
    const { code, stdout } = await azora.start("verify", "--api", liar.url).ended;
    expect(code, stdout).to.equal(1);
    expect(stdout).to.match(
      /\/v1\/contributions\?order=oldest&limit=100 says items\[\d+\] phase is "Accepted"; it is "Settled", by eth_call ProofOfValue\.workOf\./,
    );
    liar.tell(undefined);
    liar.seen.clear();
  });

  // Only an API that is up to date says that it is.
  const FRESH = "/health/fresh";

  for (const [route, examine] of EXAMINERS.toSorted(([route]) => (route === FRESH ? -1 : 0))) {
    if (typeof examine === "string") continue;
    it(`finds each lie about each field of ${route}`, async () => {
      const read = readOf(route);
      if (read === undefined) throw new Error(`${route} is not described.`);
      if (route !== FRESH) holdStill();
      liar.tell(undefined);
      expect((await verify([route])).lie).to.equal(undefined);
      for (const lie of liesAbout(read, liar.seen))
        if (!(await isFound(route, lie))) survived.add(nameOf(lie));
    });
  }

  /** The API stays at one block, so that nothing is told of two. */
  const holdStill = () => process.kill(session.supervisor.pid("indexer") ?? 0, "SIGSTOP");

  /** A lie that is found is found where it was told. */
  async function isFound(route: Route, lie: Lie): Promise<boolean> {
    liar.tell(lie);
    const { lie: found } = await verify([route]);
    expect(liar.times, `${nameOf(lie)} was not told`).to.be.above(0);
    if (found === undefined) return false;
    // A question of GraphQL is named without all of its fields; where a cursor leads is found out on the next page.
    if (route.startsWith(GRAPHQL)) return true;
    expect(found.route.startsWith(lie.question), `${nameOf(lie)}: ${found.sentence}`).to.equal(true);
    return true;
  }

  /** What is asked of a list or a thing besides the whole of it, by what its question has. */
  const BESIDES: readonly (readonly [Route, string])[] = [
    ["/v1/contributions", "fields=id,"],
    ["/v1/contributions", "registrant="],
    ["/v1/contributions", "contributor="],
    ["/v1/contributions", "epoch="],
    ["/v1/contributions/{id}", "fields=id,"],
    ["/v1/ledger", "order=newest"],
    ["/v1/ledger", "kind="],
    ["/v1/ledger", "subject="],
    ["/v1/ledger", "actor="],
    ["/v1/ledger/{index}", "fields=index,"],
    ["/v1/proposals", "proposer="],
    ["/v1/people", "fields="],
    ["/v1/accounts/{address}", "fields=address,"],
    ["/v1/protocol", "fields="],
    ["/graphql contributions", encodeURIComponent("last: ")],
    ["/graphql records", encodeURIComponent("before: ")],
  ];

  for (const [route, mark] of BESIDES)
    it(`finds that a value is another in ${route}, asked with ${decodeURIComponent(mark)}`, async () => {
      holdStill();
      liar.tell(undefined);
      expect((await verify([route])).lie).to.equal(undefined);
      const read = readOf(route);
      const question = [...liar.seen.keys()].find((each) => isOf(route, each) && each.includes(mark));
      if (read === undefined || question === undefined) throw new Error(`Nothing was asked with ${mark}.`);
      const [lie] = valueLies(read, question, liar.seen);
      if (lie === undefined) throw new Error(`${question} has nothing to lie about.`);
      expect(await isFound(route, lie)).to.equal(true);
    });

  it("has an argument for each lie that it does not find, and for no other", () => {
    // What holds for every route is argued once.
    const everywhere = survivors.flatMap(({ lies }) => lies).filter((lie) => lie.startsWith("*: "));
    const found = [...survived].map((lie) => everywhere.find((each) => lie.endsWith(each.slice(1))) ?? lie);
    expect([...new Set(found)].sort()).to.deep.equal(survivors.flatMap(({ lies }) => lies).sort());
    for (const { why } of survivors) expect(why).to.match(/\.$/);
  });
});

/** Lies about the values of one answer, beside its headers and its block. */
function valueLies(read: Read, question: string, seen: Liar["seen"]): Lie[] {
  const answers = new Map([...seen].filter(([each]) => each === question));
  return liesAbout(read, answers).filter(
    ({ name }) => name.endsWith(" other") && !/^(header |block|data\.block)/.test(name),
  );
}

const nameOf = ({ route, name }: Lie): string => `${route}: ${name}`;
