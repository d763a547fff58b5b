import { keccak256, numberToHex, toHex, zeroAddress } from "viem";
import { type Attribution, hashShares, sortShares } from "../../attribution.ts";
import { hashBallot } from "../../ballot.ts";
import { Phase, PotOrigin, Verdict } from "../../generated/enums.ts";
import { hashOperation, hashProposal } from "../../governance.ts";
import { budget, rate } from "../../model/emission.ts";
import { flow as flowPot } from "../../model/flow.ts";
import { packPanel, packVotes } from "../../model/panel.ts";
import * as protocol from "../../model/protocol/index.ts";
import { split } from "../../model/split.ts";
import { accountNode, identityNode, type Node } from "../../node.ts";
import { gweiToWei } from "../../units.ts";
import { tellCommons, withdraw } from "./commons.ts";
import { person, Script } from "./Script.ts";
import { turnOver } from "./turnover.ts";

const DAY = 86_400n;
const alice = identityNode("github:alice");
const WEIGHTS = [333_333, 666_667] as const;

const attribution: Attribution = {
  contributors: sortShares([
    { node: accountNode(person(1)), weight: WEIGHTS[0] },
    { node: alice, weight: WEIGHTS[1] },
  ]),
  upstream: [],
};

/** Two works from registration to payment, the second built on the first; then a link, a flow, a withdrawal, and the commons. */
export function tellStory(): Script {
  const script = new Script();
  seat(script);
  const first = register(script, 1, attribution);
  criticise(script, first);
  settle(script, first, attribution, [4, 5, 9]);
  const second = { ...attribution, upstream: [{ node: first, weight: 250_000 }] };
  settle(script, register(script, 2, second), second, [2, 2, 2]);
  flow(script, first, attribution);
  link(script);
  flow(script, alice, { contributors: [], upstream: [] });
  withdraw(script, script.deployment.addresses.azoraToken, person(3));
  const [voter] = script.state.works.get(first)?.rounds.get(1)?.ballots.keys() ?? [];
  if (voter === undefined) throw new Error("Nobody voted.");
  tellCommons(script, first, attribution, voter);
  turnOver(script, first);
  guard(script);
  govern(script);
  script.transact(person(9), (call) => {
    protocol.anchor(script.state, call, keccak256("0x07"));
    script.emitLeaf();
  });
  return script;
}

function seat(script: Script): void {
  const bond = gweiToWei(10n ** 9n);
  for (const [number, judge] of script.state.start.named.entries()) {
    const act = (call: protocol.Call) => {
      protocol.enter(script.state, call);
      script.emit("validatorRegistry", "Seated", judge, number, bond);
      script.emitLeaf();
    };
    script.transact(judge, act, { value: bond });
  }
}

function register(script: Script, number: number, shares: Attribution): Node {
  const { state } = script;
  const evidence = numberToHex(number, { size: 32 });
  const bond = protocol.bondRequired(state);
  let node: Node = "0x";
  const act = (call: protocol.Call) => {
    node = protocol.register(state, call, evidence, shares, "");
    script.emit("attributionRegistry", "EtherCredited", call.sender, 5n);
    script.emit("attributionRegistry", "Registered", node, call.sender, evidence, 1, bond, shares, "");
    script.emitLeaf();
  };
  script.transact(person(7), act, { value: bond + 5n });
  return node;
}

/** A critic is appointed, speaks, and is dismissed; then the articles get another text. */
function criticise(script: Script, subject: Node): void {
  const { state, deployment } = script;
  const { timelock } = deployment.addresses;
  const appoint = (appointed: boolean) =>
    script.transact(timelock, (call) => {
      protocol.setCritic(state, call, person(60), appointed);
      script.emit("constitution", "CriticSet", person(60), appointed);
      script.emitLeaf();
    });
  const [documentHash, critiqueHash] = [keccak256("0x01"), keccak256("0x02")];
  const scores = [90, 80, 70, 60] as const;
  appoint(true);
  script.transact(person(60), (call) => {
    const said = { subject, verdict: Verdict.Concern, scores, documentHash, critiqueHash };
    protocol.critique(state, call, said);
    const { verdict } = said;
    script.emit(
      "constitution",
      "Critiqued",
      subject,
      person(60),
      verdict,
      scores,
      documentHash,
      critiqueHash,
    );
    script.emitLeaf();
  });
  appoint(false);
  script.transact(timelock, (call) => {
    const before = state.articles;
    const [next, rationale] = [keccak256("0x03"), keccak256("0x04")];
    protocol.amendArticles(state, call, next, rationale);
    script.emit("constitution", "ArticlesAmended", before, next, rationale);
    script.emitLeaf();
  });
}

/** Registrations are stopped and opened again; then somebody else becomes guardian. */
function guard(script: Script): void {
  const { state, deployment } = script;
  const guardian = state.guardian.account;
  const reason = keccak256("0x05");
  script.transact(guardian, (call) => {
    protocol.stop(state, call, 3n * DAY, reason);
    script.emit("constitution", "Stopped", guardian, state.stoppedUntil, reason);
    script.emitLeaf();
  });
  script.transact(guardian, (call) => {
    const until = state.stoppedUntil;
    protocol.liftStop(state, call);
    script.emit("constitution", "StopLifted", guardian, until);
    script.emitLeaf();
  });
  script.transact(deployment.addresses.timelock, (call) => {
    protocol.setGuardian(state, call, person(62));
    script.emit("constitution", "GuardianSet", person(62), state.guardian.termEnd);
    script.emitLeaf();
  });
}

/** A proposal that is voted on, late, and one that its proposer takes back. */
function govern(script: Script): void {
  const { state, deployment } = script;
  const { governor, constitution } = deployment.addresses;
  const content = {
    targets: [constitution],
    values: [0n],
    calldatas: ["0x01"],
    description: "a change",
  } as const;
  const propose = (description: string): bigint => {
    const what = { ...content, description };
    const id = hashProposal(what);
    script.transact(person(1), ({ timestamp }) => {
      const { targets, values, calldatas } = what;
      const [start, end] = [timestamp + DAY, timestamp + 3n * DAY];
      script.emit(
        "governor",
        "ProposalCreated",
        id,
        person(1),
        targets,
        values,
        [""],
        calldatas,
        start,
        end,
        description,
      );
    });
    return id;
  };
  const proposalId = propose(content.description);
  const canceled = propose("another change");
  script.transact(person(1), () => script.emit("governor", "ProposalCanceled", canceled));
  const votes = [
    [person(1), 1, 7n],
    [person(2), 0, 6n],
    [person(3), 2, 5n],
  ] as const;
  for (const [index, [voter, support, weight]] of votes.entries()) {
    const act = ({ timestamp }: protocol.Call) => {
      script.emit("governor", "VoteCast", voter, proposalId, support, weight, "");
      if (index === 0) script.emit("governor", "ProposalExtended", proposalId, timestamp + 4n * DAY);
    };
    script.transact(voter, act, { wait: DAY });
  }
  const operation = hashOperation(governor, content);
  let eta = 0n;
  const queueing = (call: protocol.Call) => {
    eta = call.timestamp + 2n * DAY;
    protocol.queue(state, call, proposalId, operation, eta);
    script.emit("governor", "ProposalQueued", proposalId, eta);
    script.emitLeaf();
  };
  script.transact(person(8), queueing, { wait: 5n * DAY });
  const executing = (call: protocol.Call) => {
    protocol.execute(state, call, proposalId, operation);
    script.emit("governor", "ProposalExecuted", proposalId);
    script.emitLeaf();
  };
  script.transact(person(8), executing, { wait: 2n * DAY });
}

function settle(script: Script, work: Node, shares: Attribution, levels: readonly number[]): void {
  draw(script, work);
  vote(script, work, shares, levels);
  const { state } = script;
  const entry = state.works.get(work);
  if (entry === undefined) throw new Error("The work is not registered.");

  const scoring = (call: protocol.Call) => {
    protocol.score(state, call, work);
    script.emit("proofOfValue", "Scored", work, 1, entry.level, packVotes(levels.map(BigInt)));
    script.emitLeaf();
  };
  script.transact(person(8), scoring, { wait: DAY });

  const finalizing = (call: protocol.Call) => {
    const bond = entry.bond;
    protocol.finalize(state, call, work);
    const points = protocol.epochOf(state, entry.epoch).points;
    if (!state.critiques.has(work)) {
      script.emit("proofOfValue", "Uncritiqued", work, 1, entry.round);
      script.emitLeaf(-2);
    }
    script.emit(
      "proofOfValue",
      "Finalized",
      work,
      1,
      entry.round,
      entry.level,
      points,
      entry.epoch,
      entry.late,
    );
    script.emitLeaf();
    script.emit("attributionRegistry", "BondReleased", work, entry.registrant, bond);
    script.emit("attributionRegistry", "EtherCredited", entry.registrant, bond);
  };
  script.transact(person(8), finalizing, { wait: 4n * DAY });
  pay(script, work, entry, shares);
}

function draw(script: Script, work: Node): void {
  const { state } = script;
  const prevRandao = BigInt(keccak256(work));
  const act = (call: protocol.Call) => {
    protocol.draw(state, call, work, prevRandao);
    const round = state.works.get(work)?.rounds.get(1);
    const panel = packPanel(round?.panel ?? []);
    script.emit("proofOfValue", "Drawn", work, 1, prevRandao, panel, round?.commitEnd, round?.revealEnd);
    script.emitLeaf();
  };
  script.transact(person(8), act, { blocks: 5n });
}

function vote(script: Script, work: Node, shares: Attribution, levels: readonly number[]): void {
  const { state, deployment } = script;
  const panel = state.works.get(work)?.rounds.get(1)?.panel ?? [];
  const ballots = panel.map((seatNumber, i) => ({
    validator: protocol.holderAt(state, seatNumber, script.block) ?? zeroAddress,
    level: levels[i] ?? 0,
    rationaleHash: keccak256(toHex(i)),
    salt: keccak256(toHex(i + 10)),
  }));
  for (const [position, ballot] of ballots.entries()) {
    script.transact(ballot.validator, (call) => {
      const commitment = hashBallot(deployment, work, 1, ballot);
      protocol.commit(state, call, work, BigInt(position), commitment);
      script.emit("proofOfValue", "Committed", work, 1, ballot.validator, commitment);
    });
  }
  for (const [position, ballot] of ballots.entries()) {
    const act = (call: protocol.Call) => {
      protocol.reveal(state, call, work, ballot, shares.contributors, hashShares(shares.upstream));
      const { validator, level, rationaleHash } = ballot;
      script.emit("proofOfValue", "Revealed", work, 1, validator, level, rationaleHash);
    };
    script.transact(person(8), act, { wait: position === 0 ? 2n * DAY : 12n });
  }
}

function pay(script: Script, work: Node, entry: protocol.WorkState, shares: Attribution): void {
  const { state, deployment } = script;
  const { azoraToken, citadelFund, rewardLedger } = deployment.addresses;
  const act = (call: protocol.Call) => {
    const { points } = protocol.epochOf(state, entry.epoch);
    const amount = protocol.settle(state, call, work, shares);
    const { citadel, people } = split(amount);
    const even = rate(entry.epoch, points, budget(entry.epoch));
    const payments = flowPot(shares, { amount: people, minted: people });
    script.emit("proofOfValue", "EpochSealed", entry.epoch, points, budget(entry.epoch), even);
    script.emit("proofOfValue", "Settled", work, entry.epoch, points, amount / points, amount, citadel);
    script.emit("azoraToken", "Transfer", zeroAddress, citadelFund, citadel);
    script.emit("azoraToken", "Transfer", zeroAddress, rewardLedger, people);
    script.emit("rewardLedger", "Flowed", azoraToken, work, PotOrigin.Settlement, people, people, payments);
    script.emitLeaf();
  };
  script.transact(person(8), act, { wait: 9n * DAY });
  if (entry.phase !== Phase.Settled) throw new Error("The work is not settled.");
}

function flow(script: Script, node: Node, shares: Attribution): void {
  const { state, deployment } = script;
  const { azoraToken } = deployment.addresses;
  const act = (call: protocol.Call) => {
    const pot = protocol.potOf(state, azoraToken, node);
    const account = protocol.accountOf(state, node, call.timestamp);
    const payments = account ? [{ node: accountNode(account), ...pot }] : flowPot(shares, pot);
    protocol.flow(state, call, azoraToken, node, shares);
    script.emit("rewardLedger", "Flowed", azoraToken, node, PotOrigin.Pool, pot.amount, pot.minted, payments);
    script.emitLeaf();
  };
  script.transact(person(8), act, { wait: 8n * DAY });
}

function link(script: Script): void {
  const { state } = script;
  for (const [nonce, account] of [person(2), person(3)].entries()) {
    script.transact(person(50), (call) => {
      protocol.link(state, call, alice, account, call.timestamp, [{ attestor: person(50), valid: true }]);
      const { effectiveAt } = protocol.linkOf(state, alice);
      script.emit("attributionRegistry", "LinkProposed", alice, account, nonce, effectiveAt, [person(50)]);
      script.emitLeaf();
    });
    if (nonce > 0) continue;
    script.transact(person(50), (call) => {
      protocol.veto(state, call, alice);
      script.emit("attributionRegistry", "LinkVetoed", alice, account, nonce, person(50));
      script.emitLeaf();
    });
  }
}
