import { type ProtocolLog, proposalSubject, Rule, Verdict } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { appointed, criticise, flag } from "../../support/critics.ts";
import { judgedAgain, votesOf } from "../../support/disputes.ts";
import { fresh } from "../../support/fixture.ts";
import { asPerson, proposalOf, propose } from "../../support/governance.ts";
import { moveTo, panelOf, register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { otherArguments, type Recording, recorded } from "../../support/recording.ts";

/** What a replay says of flags that were really raised: nothing if all is well, and something if anything is not. */
describe("Replay: flags", () => {
  let protocol: Protocol;
  let recording: Recording;
  let logs: readonly ProtocolLog[];

  before(async () => {
    protocol = await fresh();
    recording = await recorded(protocol, tell);
    logs = recording.logs;
  });

  /** A flag that is upheld, one that is dismissed with half a fee, one without a decision; and advice on a proposal. */
  async function tell(): Promise<void> {
    const { pov, disputes, fund, rewards, token, governor, person, parameters } = protocol;
    const fee = BigInt(parameters.rules.ChallengeFee.value) * 10n ** 9n;
    await person(9).sendTransaction({ to: fund, value: fee * 150n });
    const critic = await appointed(protocol);
    const shares = attribution(evenly([accountNode(person(1))]));
    for (const [number, second] of [5, 7, 7].entries()) {
      const work = await register(protocol, shares, { evidence: id(`work ${number}`) });
      await scored(protocol, work, shares, 7);
      await flag(protocol, critic, work);
      const votes = votesOf(second, number === 2 ? 9 : 15);
      await judgedAgain(protocol, work, shares, votes);
      if (number === 2) await judgedAgain(protocol, work, shares, votes);
      const [judge] = await panelOf(protocol, work);
      await disputes.shareFee(work, (await pov.workOf(work)).round, judge?.address ?? "");
      const { outcome } = await disputes.disputeOf(work);
      expect(outcome).to.equal([1n, 2n, 3n][number]);
      await moveTo(protocol, await pov.challengeEndOf(work));
      await pov.finalize(work);
    }
    const paid = await register(protocol, shares, { evidence: id("paid") });
    await scored(protocol, paid, shares, 10);
    await flag(protocol, critic, paid);
    await judgedAgain(protocol, paid, shares, votesOf(10));
    await pov.finalize(paid);
    await moveTo(protocol, await pov.sealableAt((await pov.workOf(paid)).epoch));
    await pov.settle(paid, shares);
    await rewards.withdrawFor(token, person(1));
    const data = protocol.constitution.interface.encodeFunctionData("setCritic", [critic.address, false]);
    const proposal = proposalOf(await protocol.constitution.getAddress(), data);
    await protocol.connection.networkHelpers.mine(2);
    const proposalId = await propose(asPerson(protocol, 1), proposal);
    expect(await governor.state(proposalId)).to.equal(0n);
    await criticise(protocol, critic, proposalSubject(proposalId), Verdict.Concern);
  }

  const problemsOf = (some: readonly ProtocolLog[]) => recording.problemsOf(some);

  it("finds nothing wrong with what the contracts did", async () => {
    const report = await recording.replay();
    expect(report.problems).to.deep.equal([]);
    expect(report.contributions).to.equal(4);
    expect(problemsOf(logs)).to.deep.equal([]);
  });

  for (const name of ["Critiqued", "FeePaid", "Challenged", "Closed", "FlagResolved"]) {
    it(`notices any argument of ${name} that is not what it was`, () => {
      const found = [...logs.entries()].filter(([, { eventName }]) => eventName === name);
      expect(found.length).to.be.at.least(3);
      for (const [index] of found)
        for (const [argument, changed] of otherArguments(logs, index))
          expect(problemsOf(changed), `${name}.${argument} at log ${index}`).to.not.have.length(0);
    });

    it(`notices that a ${name} is missing`, () => {
      for (const [index, { eventName }] of logs.entries()) {
        if (eventName === name)
          expect(problemsOf(logs.toSpliced(index, 1)), `${name} at log ${index}`).to.not.have.length(0);
      }
    });
  }

  it("notices a flag beyond the allowance", () => {
    const fewer = logs.map((log) =>
      log.eventName === "RuleSet" && log.args.rule === Rule.CriticFlags
        ? { ...log, args: { ...log.args, value: 0 } }
        : log,
    );
    const sentences = problemsOf(fewer).map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => sentence.includes("without a flag left"))).to.have.length(4);
  });
});
