import type { ContributionDetail, LeafKind, Round } from "#lib/api/types.ts";

const BYTES = `0x${"00".repeat(32)}`;
const ADDRESS = `0x${"11".repeat(20)}`;

/** A work that was just registered at second 100; tests say what else is so. */
export function work(changes: Partial<ContributionDetail> = {}): ContributionDetail {
  return {
    ...{
      id: `0x01${"0".repeat(62)}`,
      number: 1,
      title: "Editor",
      summary: null,
      evidenceHash: BYTES,
      uri: "",
    },
    ...{ registrant: ADDRESS, phase: "Armed", level: null, points: null, epoch: null, amount: "0" },
    ...{ contributorCount: 1, upstreamCount: 0, citedByCount: 0, registeredAt: 100, registeredBlock: 1 },
    ...{ registeredTx: BYTES, rulesVersion: 1, attributionHash: BYTES, bond: "0", opening: 1, round: 1 },
    ...{ bondOwner: ADDRESS, scoredRound: null, challenge: null },
    ...{ late: false, challengeEnd: null, sealableAt: null, contributors: [], upstream: [], citedBy: [] },
    ...{ rounds: [round()], settlement: null, pool: { balance: "0", minted: "0", received: "0" } },
    ...{
      tokenPools: [],
      rewards: [],
      flows: [],
      critiques: [],
      records: [record("Registered", 100, 30)],
      evidenceAvailable: true,
    },
    ...changes,
  };
}

export function round(changes: Partial<Round> = {}): Round {
  return {
    ...{
      round: 1,
      armedAt: 1,
      drawBlock: 3,
      rearmReason: null,
      drawnAt: null,
      commitEnd: null,
      revealEnd: null,
    },
    ...{ scoredAt: null, level: null, votes: null, panelSize: 0, ballots: [] },
    ...changes,
  };
}

/** A round of three whose panel was drawn at second 110; votes are committed until 150 and revealed until 180. */
export function drawn(committed: number, levels: readonly number[], changes: Partial<Round> = {}): Round {
  const ballots = [0, 1, 2].map((position) => ({
    ...{ validator: ADDRESS, position, seat: position, rationaleHash: null },
    ...{ commitment: position < committed ? BYTES : null, committedAt: position < committed ? 120 : null },
    ...{ level: levels[position] ?? null, revealedAt: position < levels.length ? 160 : null, leakedAt: null },
  }));
  return round({ ...{ drawnAt: 110, commitEnd: 150, revealEnd: 180, panelSize: 3, ballots }, ...changes });
}

export function record(
  kind: LeafKind,
  timestamp: number,
  index: number,
): ContributionDetail["records"][number] {
  return {
    ...{ index, timestamp, emitter: ADDRESS, kind, subject: BYTES, actor: ADDRESS },
    ...{ dataHash: BYTES, block: 1, tx: BYTES },
  };
}
