import { expect } from "chai";
import { isAddress } from "viem";
import type { ProtocolLog } from "../view/logs.ts";
import { replayLogs } from "./replay.ts";
import { reportToJson } from "./report.ts";
import { person } from "./testing/Script.ts";
import { tellStory } from "./testing/story.ts";

const script = tellStory();
const logs = script.logs();
const verify = (some: readonly ProtocolLog[]) =>
  replayLogs(script.deployment, some, script.head(), new Set([script.creation]));

/** What no other event repeats, so that a change of it alone contradicts nothing. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  // Bounds may be wide, and a judge that never sits may be anybody.
  RuleSet: ["rule", "min", "max", "value"],
  GenesisNamed: ["account"],
  // Who proposed and why somebody voted are words; how much a vote weighs and when it is, the governor knows.
  ProposalCreated: ["proposer", "signatures", "voteStart", "voteEnd"],
  ProposalExtended: ["extendedDeadline"],
  VoteCast: ["voter", "support", "weight", "reason"],
  // Where the manifest may be fetched is a hint.
  Registered: ["uri"],
  // What was committed to is between the judge and the contract until it is opened; a rationale is a hash of a text.
  Committed: ["commitment"],
  Revealed: ["rationaleHash"],
  // Credits of ETH come of refunds too, whose reason is no event.
  EtherCredited: ["account", "amount"],
  // Where somebody has its own ETH sent is nobody else's business.
  EtherWithdrawn: ["to"],
  // Who gave, nobody else says; and ETH can be forced upon the fund.
  Received: ["from"],
  EpochOpened: ["balance"],
};

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((item) => typeof item === "number");

/** Where another token than AZR went to, only that token's own events could tell. */
function isFree(log: ProtocolLog | undefined, argument: string): boolean {
  if (log === undefined || FREE[log.eventName]?.includes(argument)) return true;
  const { azoraToken } = script.deployment.addresses;
  return log.eventName === "Withdrawn" && log.args.token !== azoraToken && argument === "to";
}

/** A value that is not the one given. */
function change(value: unknown): unknown {
  if (typeof value === "bigint") return value + 1n;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string" && isAddress(value)) return person(0xbad);
  if (typeof value === "string")
    return value.endsWith("1") ? `${value.slice(0, -1)}2` : `${value.slice(0, -1)}1`;
  // Of numbers there are always as many; of anything else there may be fewer.
  if (isNumbers(value)) return value.map((number) => number + 1);
  if (Array.isArray(value)) return value.slice(1);
  if (typeof value === "object" && value !== null) {
    const [key = "", first] = Object.entries(value)[0] ?? [];
    return { ...value, [key]: change(first) };
  }
  return value;
}

/** The logs with one argument of one of them changed. */
function tamper(index: number, argument: string, value: unknown): ProtocolLog[] {
  return logs.map((log, i) =>
    i === index ? Object.assign({}, log, { args: { ...log.args, [argument]: value } }) : log,
  );
}

describe("verify", function () {
  this.timeout(60_000);

  it("finds nothing wrong with a history that follows the rules", () => {
    const report = verify(logs);
    expect(report.problems).to.deep.equal([]);
    expect(reportToJson(report)).to.include({
      contributions: 2,
      settled: 2,
      minted: `${script.state.supply}`,
      citadel: `${script.state.supply / 10n}`,
      contributors: 2,
      epochs: 2,
      ledgerSize: script.state.leaves.length,
      ledgerVerified: true,
    });
  });

  it("AZ-02, AZ-04, AZ-11: notices any argument of any event that is not what it was", () => {
    const seen = new Map<string, number>();
    for (const [index, { eventName, args }] of [...logs.entries()].reverse()) {
      const times = seen.get(eventName) ?? 0;
      seen.set(eventName, times + 1);
      if (times >= 2) continue;
      for (const [argument, value] of Object.entries(args)) {
        if (isFree(logs[index], argument)) continue;
        const { problems } = verify(tamper(index, argument, change(value)));
        expect(problems, `${eventName}.${argument} at log ${index}`).to.not.have.length(0);
      }
    }
    expect(seen.size).to.be.at.least(20);
  });

  it("notices any event that is missing, and names where", () => {
    // Of ETH that was paid out no other event tells; nor of a vote that was extended or canceled, whose quorum and
    // weights the replay does not compute.
    const alone = [
      "EtherCredited",
      "EtherWithdrawn",
      "RuleSet",
      "BondReleased",
      "Received",
      "ProposalCanceled",
      "ProposalExtended",
    ];
    const seen = new Set<string>();
    for (const [index, { eventName }] of logs.entries()) {
      if (seen.has(eventName) || alone.includes(eventName)) continue;
      seen.add(eventName);
      const [problem] = verify(logs.toSpliced(index, 1)).problems;
      expect(problem?.sentence, eventName).to.be.a("string");
      expect(problem?.where, eventName).to.match(/^(block \d+|totals|leaf \d+)/);
    }
  });

  it("does not take another ledger's head for this one's", () => {
    const head = { ...script.head(), root: script.state.ledger.root(3) };
    const report = replayLogs(script.deployment, logs, head, new Set([script.creation]));
    expect(report.ledgerVerified).to.equal(false);
    expect(report.problems.map(({ code }) => code)).to.include("Ledger");
  });

  it("says which payment differs, and by how much", () => {
    const index = logs.findIndex(({ eventName }) => eventName === "Flowed");
    const log = logs[index];
    if (log?.eventName !== "Flowed") throw new Error("There is no flow.");
    const [first, ...rest] = log.args.payments;
    const payments = [{ ...first, amount: (first?.amount ?? 0n) - 1n }, ...rest];
    const [problem] = verify(tamper(index, "payments", payments)).problems;
    expect(problem?.code).to.equal("Payments");
    expect(problem?.sentence).to.match(/^Payment 0 of 0x01[0-9a-f]{62} is \d+/);
    expect(problem?.where).to.match(/^block \d+, transaction 0x[0-9a-f]{64}, log \d+$/);
  });
});
