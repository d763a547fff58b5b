import { type Address, zeroHash } from "viem";
import { Fault } from "../../generated/enums.ts";
import * as protocol from "../../model/protocol/index.ts";
import type { Node } from "../../node.ts";
import { gweiToWei } from "../../units.ts";
import { person, type Script } from "./Script.ts";

const BOND = gweiToWei(10n ** 9n);

/** A judge is slashed and makes its bond whole, leaves, comes back with another bond, and withdraws the first one. */
export function turnOver(script: Script, work: Node): void {
  const [judge = person(0)] = script.state.seats.bench;
  const amount = slash(script, work, judge);
  const fill = (call: protocol.Call) => {
    protocol.topUp(script.state, call);
    script.emit("validatorRegistry", "BondToppedUp", judge, 0n, amount);
  };
  script.transact(judge, fill, { value: amount });
  exit(script, judge);
  const enter = (call: protocol.Call) => {
    protocol.enter(script.state, call);
    script.emit("validatorRegistry", "Seated", judge, script.state.seats.bench.length - 1, BOND);
    script.emitLeaf();
  };
  script.transact(judge, enter, { value: BOND });
  withdrawBond(script, judge);
}

/** For a vote that was not revealed. The prover's reward and what goes to the commons are all of it. */
function slash(script: Script, work: Node, account: Address): bigint {
  const { state, deployment } = script;
  const { proofOfValue, citadelFund } = deployment.addresses;
  let taken = 0n;
  script.transact(person(8), (call) => {
    const { amount } = protocol.slash(
      state,
      { ...call, sender: proofOfValue },
      slashOf(script, work, account),
    );
    const reward = amount / 4n;
    const fault = Fault.NoReveal;
    script.emit("validatorRegistry", "Slashed", account, work, 1, fault, amount, reward, person(8), 0n);
    script.emit("validatorRegistry", "EtherCredited", person(8), reward);
    script.emit("validatorRegistry", "EtherCredited", citadelFund, amount - reward);
    script.emitLeaf();
    taken = amount;
  });
  return taken;
}

/** What is proven of an account and the first round of a work. */
export function slashOf({ state }: Script, contribution: Node, account: Address): protocol.Slash {
  return {
    account,
    contribution,
    round: 1,
    armedAt: state.works.get(contribution)?.rounds.get(1)?.armedAt ?? 0n,
    fault: Fault.NoReveal,
    ppm: protocol.ruleOf(state, "SlashNoReveal"),
    rewardPpm: protocol.ruleOf(state, "SlashReward"),
    prover: person(8),
    challenger: undefined,
    refund: 0n,
  };
}

function exit(script: Script, account: Address): void {
  const { state } = script;
  const { bench } = state.seats;
  const [seat, last] = [bench.indexOf(account), bench.length - 1];
  const mover = bench[last];
  script.transact(account, (call) => {
    protocol.exit(state, call);
    const unlocksAt = call.timestamp + protocol.longestDuty(state);
    script.emit("validatorRegistry", "Unseated", account, seat, account, zeroHash, unlocksAt);
    script.emit("validatorRegistry", "SeatMoved", mover, last, seat);
    script.emitLeaf();
  });
}

function withdrawBond(script: Script, account: Address): void {
  const { state } = script;
  const release = (call: protocol.Call) => {
    protocol.withdrawBond(state, call, 0);
    script.emit("validatorRegistry", "BondUnlocked", account, 0n, BOND);
    script.emit("validatorRegistry", "EtherCredited", account, BOND);
  };
  script.transact(account, release, { wait: protocol.longestDuty(state) });
  script.transact(person(9), () => {
    const amount = protocol.withdrawEtherFor(state, account, true, "validatorRegistry");
    script.emit("validatorRegistry", "EtherWithdrawn", account, account, amount);
  });
}
