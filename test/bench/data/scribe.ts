import {
  dataHash,
  hashAttribution,
  LeafKind,
  model,
  type Node,
  NodeKind,
  nodeAccount,
  nodeKind,
  PotOrigin,
} from "@azora/sdk";
import { type Address, type Hex, keccak256, zeroAddress } from "viem";
import type { Random } from "../../support/lockstep/random.ts";
import { eventsOf } from "./events.ts";
import type { Life } from "./life.ts";
import type { LogBlock, RawLog } from "./logs.ts";
import { type BenchWork, benchAccount } from "./works.ts";

/** Between two blocks, and between the ends of two windows. */
const BLOCK_SECONDS = 1_200n;
const PANEL = 7;
/** A settlement in so many is withdrawn. */
const WITHDRAWN = 3;
const MICRO = 10n ** 12n;

/** A work that is accepted, and what its epoch gives a point. */
export interface Due {
  readonly work: BenchWork;
  readonly epoch: number;
  readonly rate: bigint;
}

/**
 * Writes what the contracts would emit after a real life, step by step, by the sdk's model. Every amount, share and leaf is as
 * the contracts have them, but for the draw, which is anybody's, and for the refusals, which emit nothing.
 */
export function createScribe({ deployment, end }: Life, random: Random) {
  const { addresses } = deployment;
  const { state } = end;
  const emit = eventsOf(addresses);
  const rulesVersion = state.rules.length;
  const bond = model.protocol.ruleOf(state, "RegistrationBond") * 10n ** 9n;
  const priceCap = model.protocol.ruleOf(state, "PointPriceCap") * MICRO;
  const { genesisTime, epochLength } = state.start;
  const keeper = benchAccount("keeper");

  let timestamp = end.timestamp + BLOCK_SECONDS;
  let ledgerSize = BigInt(state.leaves.length);
  let block: RawLog[] = [];
  const bench: Address[] = [...state.seats.bench];
  const earned = new Map<Address, bigint>();

  const leaf = (kind: keyof typeof LeafKind, emitter: Address, subject: Hex, actor: Address, hash: Hex) =>
    block.push(
      emit.appended({
        index: ledgerSize++,
        timestamp,
        emitter,
        kind: LeafKind[kind],
        subject,
        actor,
        dataHash: hash,
      }),
    );
  const pov = (kind: keyof typeof LeafKind, { id }: BenchWork, hash: Hex) =>
    leaf(kind, addresses.proofOfValue, id, keeper, hash);

  function seat(account: Address): void {
    const number = bench.push(account) - 1;
    const amount = model.protocol.ruleOf(state, "SeatBond") * 10n ** 9n;
    block.push(emit.seated({ account, seat: number, bond: amount }));
    const hash = dataHash.Seated(number, amount);
    leaf(
      "Seated",
      addresses.validatorRegistry,
      `0x${account.slice(2).toLowerCase().padStart(64, "0")}`,
      account,
      hash,
    );
  }

  function register(work: BenchWork): void {
    const { id: contribution, registrant, evidenceHash, attribution } = work;
    const uri = `https://evidence.example/${contribution.slice(4, 20)}.json`;
    block.push(
      emit.registered({ contribution, registrant, evidenceHash, rulesVersion, bond, attribution, uri }),
    );
    const hash = dataHash.Registered(evidenceHash, hashAttribution(attribution), rulesVersion, bond);
    leaf("Registered", addresses.attributionRegistry, contribution, registrant, hash);
  }

  const panels = new Map<Node, Address[]>();

  function draw(work: BenchWork): void {
    const seats = new Set<number>();
    while (seats.size < Math.min(PANEL, bench.length)) seats.add(random.below(bench.length));
    panels.set(
      work.id,
      [...seats].flatMap((number) => bench[number] ?? []),
    );
    const panel = model.packPanel([...seats].map(BigInt));
    const prevRandao = BigInt(keccak256(work.id));
    const [commitEnd, revealEnd] = [1n, 2n].map((windows) => Number(timestamp + windows * BLOCK_SECONDS));
    block.push(
      emit.drawn({
        contribution: work.id,
        round: 1,
        prevRandao,
        panel,
        commitEnd: commitEnd ?? 0,
        revealEnd: revealEnd ?? 0,
      }),
    );
    pov("Drawn", work, dataHash.Drawn(1, prevRandao, panel));
  }

  const panelOf = ({ id }: BenchWork): readonly Address[] => panels.get(id) ?? [];

  function commit(work: BenchWork): void {
    for (const validator of panelOf(work))
      block.push(
        emit.committed({
          contribution: work.id,
          validator,
          round: 1,
          commitment: keccak256(`${work.id}${validator.slice(2)}`),
        }),
      );
  }

  function reveal(work: BenchWork): void {
    for (const validator of panelOf(work))
      block.push(
        emit.revealed({
          contribution: work.id,
          validator,
          round: 1,
          level: work.level,
          rationaleHash: keccak256(validator),
        }),
      );
  }

  function score(work: BenchWork): void {
    const votes = model.packVotes(panelOf(work).map(() => BigInt(work.level)));
    block.push(emit.scored({ contribution: work.id, round: 1, level: work.level, votes }));
    pov("Scored", work, dataHash.Scored(1, work.level, votes));
    panels.delete(work.id);
  }

  const ripe = new Map<number, BenchWork[]>();

  function finalize(work: BenchWork): void {
    const { id: contribution, level, registrant } = work;
    const points = model.points(BigInt(level));
    const epoch = epochNow();
    block.push(emit.uncritiqued({ contribution, opening: 1, round: 1 }));
    pov("Uncritiqued", work, dataHash.Uncritiqued(1, 1));
    block.push(emit.finalized({ contribution, opening: 1, round: 1, level, points, epoch, late: false }));
    pov("Finalized", work, dataHash.Finalized(1, 1, level, points, epoch, false));
    block.push(emit.bondReleased({ contribution, to: registrant, amount: bond }));
    block.push(emit.etherCredited({ account: registrant, amount: bond }));
    if (points > 0n) ripe.set(epoch, [...(ripe.get(epoch) ?? []), work]);
  }

  const epochNow = (): number => Number((timestamp - genesisTime) / epochLength);

  function seal(epoch: number): Due[] {
    const accepted = ripe.get(epoch) ?? [];
    ripe.delete(epoch);
    const known = state.epochs.get(BigInt(epoch))?.points ?? 0n;
    const points = accepted.reduce((sum, { level }) => sum + model.points(BigInt(level)), known);
    const rate = model.rate(BigInt(epoch), points, priceCap);
    block.push(emit.epochSealed({ epoch, points, budget: model.budget(BigInt(epoch)), rate }));
    return accepted.map((work) => ({ work, epoch, rate }));
  }

  function settle({ work, epoch, rate }: Due): void {
    const { id: contribution } = work;
    const points = model.points(BigInt(work.level));
    const amount = points * rate;
    const { citadel, people } = model.split(amount);
    const payments = model.flow(work.attribution, { amount: people, minted: people });
    const { azoraToken: token, citadelFund, rewardLedger } = addresses;
    block.push(
      emit.settled({ contribution, epoch, points, rate, amount, citadel }),
      emit.transfer({ from: zeroAddress, to: citadelFund, value: citadel }),
      emit.transfer({ from: zeroAddress, to: rewardLedger, value: people }),
      emit.flowed({
        token,
        source: contribution,
        origin: PotOrigin.Settlement,
        amount: people,
        minted: people,
        payments,
      }),
    );
    pov("Settled", work, dataHash.Settled(epoch, rate, amount, citadel, payments));
    if (random.below(WITHDRAWN) === 0) withdraw(payments);
  }

  function withdraw(payments: ReturnType<typeof model.flow>): void {
    const payment = payments.find(({ node }) => nodeKind(node) === NodeKind.Account);
    if (payment === undefined) return;
    const account = nodeAccount(payment.node);
    const { azoraToken: token, rewardLedger } = addresses;
    const before = earned.get(account) ?? 0n;
    const units = before + payment.amount;
    earned.set(account, units);
    block.push(
      emit.withdrawn({ token, account, to: account, amount: payment.amount }),
      emit.transfer({ from: rewardLedger, to: account, value: payment.amount }),
      emit.unitsRaised({ account, units }),
      emit.votesChanged({ delegate: account, previousVotes: before, newVotes: units }),
    );
  }

  return {
    /** Ends the present block, and begins the next one. */
    next(): LogBlock {
      const made = { timestamp, logs: block };
      timestamp += BLOCK_SECONDS;
      block = [];
      return made;
    },
    pass(seconds: bigint): void {
      timestamp += seconds;
    },
    epochNow,
    seat,
    register,
    /** What a work goes through, each a block later than the one before. */
    stages: [draw, commit, reveal, score, finalize],
    seal,
    settle,
  };
}
