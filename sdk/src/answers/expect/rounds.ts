import type { Address, Hex } from "viem";
import type { Schemas } from "../../api/client.ts";
import { Fault, Rule, rearmReasonNames } from "../../generated/enums.ts";
import { unpackPanel, unpackVotes } from "../../model/panel.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { nameIn } from "./names.ts";
import type { Registered } from "./works.ts";

type Round = Schemas["Round"];
type Ballot = Schemas["Ballot"];

/** A round as it was armed. */
interface Arming {
  readonly round: number;
  readonly armedAt: number;
  readonly drawBlock: number;
  readonly reason: Round["rearmReason"];
}

/** Every round of a work, in order. */
export async function roundsOf(at: At, entry: Registered): Promise<Expected<Round>[]> {
  const { contribution: id } = entry.args;
  const armings = await armingsOf(at, entry);
  return Promise.all(armings.map((arming) => roundOf(at, id, arming)));
}

/** A registration and a reopening arm a round without saying in which block it is drawn: a rule says that. */
async function armingsOf(at: At, entry: Registered): Promise<Arming[]> {
  const { book, client, contracts } = at;
  const { contribution: id, rulesVersion } = entry.args;
  const args = [Rule.ArmingDelay, rulesVersion] as const;
  const delay = await client.readContract({ ...contracts.constitution, functionName: "valueOf", args });
  const armed = (round: number, block: bigint): Arming => ({
    round,
    armedAt: Number(block),
    drawBlock: Number(block) + delay,
    reason: null,
  });
  const rounds = new Map<number, Arming>([[1, armed(1, entry.blockNumber)]]);
  for (const { args: reopened, blockNumber } of book.of("Reopened", "contribution", id))
    rounds.set(reopened.round, armed(reopened.round, blockNumber));
  for (const { args: rearmed } of book.of("Rearmed", "contribution", id)) {
    const { round, armedAt, drawBlock } = rearmed;
    rounds.set(round, { round, armedAt, drawBlock, reason: nameIn(rearmReasonNames, rearmed.reason) });
  }
  return [...rounds.values()].sort((a, b) => a.round - b.round);
}

/** Of the logs that tell of a round of a work. */
const ofRound = (id: Hex, round: number) => ["round", roundKeys, `${id}:${round}`] as const;

const roundKeys = ({ contribution, round }: { contribution: Hex; round: number }) => [
  `${contribution}:${round}`,
];

async function roundOf(at: At, id: Hex, { round, armedAt, drawBlock, reason }: Arming) {
  const drawn = at.book.which("Drawn", ...ofRound(id, round)).at(-1);
  const scored = at.book.which("Scored", ...ofRound(id, round)).at(-1);
  return {
    round: by("the logs that arm a round", round),
    ...by("the log that armed it and the rule ArmingDelay", { armedAt, drawBlock, rearmReason: reason }),
    ...by("the log Drawn", {
      drawnAt: drawn?.time ?? null,
      commitEnd: drawn?.args.commitEnd ?? null,
      revealEnd: drawn?.args.revealEnd ?? null,
      panelSize: drawn === undefined ? 0 : unpackPanel(drawn.args.panel).length,
    }),
    ...by("the log Scored", {
      scoredAt: scored?.time ?? null,
      level: scored?.args.level ?? null,
      votes: scored === undefined ? null : unpackVotes(scored.args.votes).map(Number),
    }),
    ballots: await ballotsOf(at, id, round),
  };
}

/** The places of a panel, by who held each seat when the round was armed. */
export async function ballotsOf(at: At, id: Hex, round: number): Promise<Expected<Ballot>[]> {
  const { client, contracts } = at;
  const drawn = at.book.which("Drawn", ...ofRound(id, round)).at(-1);
  if (drawn === undefined) return [];
  const args = [id, round] as const;
  const { panel } = await client.readContract({ ...contracts.proofOfValue, functionName: "roundOf", args });
  return unpackPanel(drawn.args.panel).map((seat, position) =>
    ballotOf(at, id, round, { position, seat: Number(seat), validator: panel[position] ?? "0x" }),
  );
}

interface Place {
  readonly position: number;
  readonly seat: number;
  readonly validator: Address;
}

function ballotOf(at: At, id: Hex, round: number, { position, seat, validator }: Place): Expected<Ballot> {
  const isIts = ({ args }: { args: { validator: Address } }) => args.validator === validator;
  const committed = at.book
    .which("Committed", ...ofRound(id, round))
    .filter(isIts)
    .at(-1);
  const revealed = at.book
    .which("Revealed", ...ofRound(id, round))
    .filter(isIts)
    .at(-1);
  const leaked = at.book
    .which("Slashed", ...ofRound(id, round))
    .findLast(({ args }) => args.account === validator && args.fault === Fault.Leak);
  return {
    validator: by("eth_call ProofOfValue.roundOf", validator),
    ...by("the log Drawn", { position, seat }),
    ...by("the log Committed", {
      commitment: committed?.args.commitment ?? null,
      committedAt: committed?.time ?? null,
    }),
    ...by("the log Revealed", {
      level: revealed?.args.level ?? null,
      rationaleHash: revealed?.args.rationaleHash ?? null,
      revealedAt: revealed?.time ?? null,
    }),
    leakedAt: by("the log Slashed", leaked?.time ?? null),
  };
}
