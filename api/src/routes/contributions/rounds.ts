import { ballot, round } from "@azora/indexer/schema";
import { model } from "@azora/sdk";
import { asc } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { isOneOf, type Reading, reading, readOne, type Several } from "../../database/reading.ts";
import { checksum, orNull, rearmReasonName, toSeconds } from "../../http/format.ts";
import { groupBy } from "./groupBy.ts";
import type { contributionDetailSchema } from "./schema.ts";

export type Round = z.infer<typeof contributionDetailSchema>["rounds"][number];
export type Ballot = Round["ballots"][number];

/** A round without its panel. */
export type BareRound = Omit<Round, "ballots"> & { contribution: Hex };

/** Every round of each of these works. */
export const readBareRounds = readOne(["works"], (db, { works }) =>
  reading([selectRounds(db, works)], (rows) => groupBy(rows, (row) => row.contribution, toRound)),
);

/** The panels of these works' rounds, with their votes, each by {@link panelKey}. */
export const readPanels = readOne(["works"], (db, { works }) =>
  reading([selectBallots(db, works)], (rows) => groupBy(rows, panelKey, toBallot)),
);

export const panelKey = ({ contribution, round }: Pick<BareRound, "contribution" | "round">): string =>
  `${contribution} ${round}`;

/** Every round of works, of which there is one, with its panel and votes. */
export const roundsOf = (db: Builder, works: Several): Reading<Round[]> =>
  reading([selectRounds(db, works), selectBallots(db, works)], (rounds, ballots) => {
    const panels = groupBy(ballots, panelKey, toBallot);
    return rounds.map(toRound).map(({ contribution, ...each }) => ({
      ...each,
      ballots: panels.get(panelKey({ contribution, round: each.round })) ?? [],
    }));
  });

const selectRounds = (db: Builder, works: Several) =>
  db.select().from(round).where(isOneOf(round.contribution, works)).orderBy(asc(round.round));

const selectBallots = (db: Builder, works: Several) =>
  db.select().from(ballot).where(isOneOf(ballot.contribution, works)).orderBy(asc(ballot.position));

function toRound(row: typeof round.$inferSelect): BareRound {
  return {
    contribution: row.contribution,
    round: row.round,
    armedAt: Number(row.armedAt),
    drawBlock: Number(row.drawBlock),
    rearmReason: orNull(row.rearmReason, rearmReasonName),
    drawnAt: orNull(row.drawnAt, toSeconds),
    commitEnd: orNull(row.commitEnd, toSeconds),
    revealEnd: orNull(row.revealEnd, toSeconds),
    scoredAt: orNull(row.scoredAt, toSeconds),
    level: row.level,
    votes: orNull(row.votes, (votes) => model.unpackVotes(votes).map(Number)),
    panelSize: row.panelSize,
  };
}

function toBallot(row: typeof ballot.$inferSelect): Ballot {
  return {
    validator: checksum(row.validator),
    position: row.position,
    seat: row.seat,
    commitment: row.commitment,
    committedAt: orNull(row.committedAt, toSeconds),
    level: row.level,
    rationaleHash: row.rationaleHash,
    revealedAt: orNull(row.revealedAt, toSeconds),
    leakedAt: orNull(row.leakedAt, toSeconds),
  };
}
