import { type Address, getAddress, type Hex } from "viem";
import { Phase, Rule } from "../generated/enums.ts";
import { unpackPanel } from "../model/panel.ts";
import type { ProtocolLog } from "./logs.ts";
import type { RoundView, View, WorkView } from "./types.ts";

/** An event that does not fit what came before it: a gap in the logs, or logs of another deployment. */
export class ViewGapError extends Error {
  override name = "ViewGapError";
}

export function emptyView(): View {
  return {
    block: -1n,
    timestamp: 0n,
    works: new Map(),
    pools: new Map(),
    credits: new Map(),
    withdrawn: new Map(),
    links: new Map(),
    epochs: new Map(),
    rules: new Map(),
    seats: new Map(),
  };
}

const RULE_NAMES = new Map<number, string>(Object.entries(Rule).map(([name, value]) => [value, name]));

function workOf(view: View, contribution: Hex): WorkView {
  const work = view.works.get(contribution);
  if (work === undefined) throw new ViewGapError(`${contribution} has an event but was never opened.`);
  return work;
}

function newRound(round: number, armedAt: bigint, drawBlock: bigint): RoundView {
  return {
    round,
    armedAt,
    drawBlock,
    panel: [],
    commitEnd: 0n,
    revealEnd: 0n,
    committed: new Map(),
    revealed: new Map(),
  };
}

const seat = (since: bigint, account: Address) => ({ since, account });

/** The panel's seat numbers, and who held them at the end of the block of the arming. */
function holders(view: View, packed: bigint, armedAt: bigint): Address[] {
  return unpackPanel(packed).map(Number).map((number) => {
    const holder = view.seats.get(number)?.findLast(({ since }) => since <= armedAt);
    if (holder === undefined) throw new ViewGapError(`Nobody held seat ${number} at block ${armedAt}.`);
    return holder.account;
  });
}

function addTo(view: View, node: Hex, amount: bigint, minted: bigint): void {
  if (node.startsWith("0x00")) {
    const account = getAddress(`0x${node.slice(26)}`);
    const credit = view.credits.get(account) ?? { owed: 0n, earned: 0n };
    view.credits.set(account, { owed: credit.owed + amount, earned: credit.earned + minted });
  } else {
    const pool = view.pools.get(node) ?? { balance: 0n, minted: 0n };
    view.pools.set(node, { balance: pool.balance + amount, minted: pool.minted + minted });
  }
}

function setRule(view: View, version: number, rule: number, value: number): void {
  const name = RULE_NAMES.get(rule);
  if (name === undefined) throw new ViewGapError(`Rule ${rule} is unknown to this version of the sdk.`);
  const rules = view.rules.get(version) ?? { ...view.rules.get(version - 1) };
  view.rules.set(version, { ...rules, [name]: BigInt(value) });
}

/** Applies one event of the protocol, in chain order. Events that carry no state of the view pass by. */
export function apply(view: View, log: ProtocolLog, azr: Address): void {
  switch (log.eventName) {
    case "RuleSet":
      return setRule(view, 1, log.args.rule, log.args.value);
    case "Amended":
      return setRule(view, log.args.version, log.args.rule, log.args.current);
    case "Seated":
      view.seats.set(log.args.seat, [...(view.seats.get(log.args.seat) ?? []), seat(log.blockNumber, log.args.account)]);
      return;
    case "Registered": {
      const { contribution, registrant, evidenceHash, uri, attribution, rulesVersion, bond } = log.args;
      const delay = view.rules.get(rulesVersion)?.ArmingDelay;
      if (delay === undefined) throw new ViewGapError(`${contribution} has rules of an unknown version ${rulesVersion}.`);
      view.works.set(contribution, {
        contribution,
        registrant,
        evidenceHash,
        uri,
        attribution,
        rulesVersion,
        bond,
        phase: Phase.Armed,
        opening: 1,
        round: newRound(1, log.blockNumber, log.blockNumber + delay),
        level: 0,
        points: 0n,
        epoch: 0,
        late: false,
        amount: 0n,
        citadel: 0n,
      });
      return;
    }
    case "BondReleased":
      workOf(view, log.args.contribution).bond = 0n;
      return;
    case "Rearmed": {
      const work = workOf(view, log.args.contribution);
      work.phase = Phase.Armed;
      work.round = newRound(log.args.round, BigInt(log.args.armedAt), BigInt(log.args.drawBlock));
      return;
    }
    case "Drawn": {
      const work = workOf(view, log.args.contribution);
      work.phase = Phase.Voting;
      work.round.panel = holders(view, log.args.panel, work.round.armedAt);
      work.round.commitEnd = BigInt(log.args.commitEnd);
      work.round.revealEnd = BigInt(log.args.revealEnd);
      return;
    }
    case "Committed":
      workOf(view, log.args.contribution).round.committed.set(log.args.validator, log.args.commitment);
      return;
    case "Revealed":
      workOf(view, log.args.contribution).round.revealed.set(log.args.validator, log.args.level);
      return;
    case "Scored": {
      const work = workOf(view, log.args.contribution);
      work.phase = Phase.Scored;
      work.level = log.args.level;
      return;
    }
    case "Voided":
      workOf(view, log.args.contribution).phase = Phase.Void;
      return;
    case "Finalized": {
      const work = workOf(view, log.args.contribution);
      const { points, epoch, late } = log.args;
      work.phase = points === 0n ? Phase.Rejected : Phase.Accepted;
      work.points = points;
      work.epoch = epoch;
      work.late = late;
      if (points > 0n) {
        const before = view.epochs.get(epoch) ?? { points: 0n, isSealed: false };
        view.epochs.set(epoch, { ...before, points: before.points + points });
      }
      return;
    }
    case "EpochSealed":
      view.epochs.set(log.args.epoch, { points: log.args.points, isSealed: true });
      return;
    case "Settled": {
      const work = workOf(view, log.args.contribution);
      work.phase = Phase.Settled;
      work.amount = log.args.amount;
      work.citadel = log.args.citadel;
      return;
    }
    case "Flowed":
      if (log.args.token !== azr) return;
      if (!log.args.settlement) view.pools.delete(log.args.source);
      for (const { node, amount, minted } of log.args.payments) addTo(view, node, amount, minted);
      return;
    case "Withdrawn": {
      if (log.args.token !== azr) return;
      const credit = view.credits.get(log.args.account) ?? { owed: 0n, earned: 0n };
      view.credits.set(log.args.account, { ...credit, owed: credit.owed - log.args.amount });
      view.withdrawn.set(log.args.account, (view.withdrawn.get(log.args.account) ?? 0n) + log.args.amount);
      return;
    }
    case "LinkProposed": {
      const { identity, account, effectiveAt, nonce } = log.args;
      view.links.set(identity, { account, effectiveAt: BigInt(effectiveAt), nonce });
      return;
    }
    case "LinkVetoed":
      view.links.delete(log.args.identity);
      return;
  }
}
