import type * as tables from "@azora/indexer/schema";
import { joinNodes, LeafKind, model, type Node, Phase, Verdict } from "@azora/sdk";
import {
  address,
  azr,
  blockHash,
  EPOCH_SECONDS,
  eventId,
  FUND,
  hashOf,
  REGISTRY,
  T0,
  timeOf,
  txHash,
  work,
} from "./names.ts";

// Rows of the index with something in every column; a test says what matters to it.

type Row<name extends keyof typeof tables> = (typeof tables)[name]["$inferInsert"];

export const blockRow = (number: number, fork = ""): Row<"block"> => ({
  number: BigInt(number),
  hash: blockHash(number, fork),
  parentHash: blockHash(number - 1),
  timestamp: timeOf(number),
});

export const eventRow = (
  number: number,
  logIndex: number,
  nodes: readonly Node[],
  name = "Contract.Event",
): Row<"event"> => ({ block: BigInt(number), logIndex, name, tx: txHash(number), nodes: joinNodes(nodes) });

export const protocolRow = (row: Partial<Row<"protocol">> = {}): Row<"protocol"> => ({
  id: 1,
  genesisTime: BigInt(T0),
  epochLength: BigInt(EPOCH_SECONDS),
  rulesVersion: 1,
  contributions: 0,
  settled: 0,
  rejected: 0,
  voided: 0,
  openRounds: 0,
  seats: 0,
  people: 0,
  minted: 0n,
  citadel: 0n,
  withdrawn: 0n,
  citadelEther: 0n,
  ledgerSize: 0n,
  lastStop: null,
  ...row,
});

export const reservationRow = (
  number: number,
  row: Partial<Row<"reservation">> = {},
): Row<"reservation"> => ({
  challenger: address(1),
  hash: hashOf(`reservation ${number}`),
  state: "Open",
  deposit: 7n,
  contribution: null,
  reservedAt: timeOf(number),
  block: BigInt(number),
  tx: txHash(number),
  endedAt: null,
  ...row,
});

export const workRow = (number: number, row: Partial<Row<"contribution">> = {}): Row<"contribution"> => ({
  id: work(number),
  registrant: address(1),
  evidenceHash: hashOf(`evidence ${number}`),
  uri: `ipfs://${number}`,
  rulesVersion: 1,
  attributionHash: hashOf(`attribution ${number}`),
  contributorCount: 0,
  upstreamCount: 0,
  citedByCount: 0,
  registrationBond: azr(0),
  bond: azr(0),
  bondOwner: address(1),
  phase: Phase.Armed,
  opening: 1,
  round: 1,
  rearmed: false,
  redrawn: false,
  challenged: false,
  scoredRound: null,
  level: null,
  points: null,
  epoch: null,
  late: false,
  amount: 0n,
  registeredAt: timeOf(number),
  registeredBlock: BigInt(number),
  registeredTx: txHash(number),
  registeredLeaf: BigInt(number),
  number,
  ...row,
});

/** A work that was paid. */
export const paidRow = (number: number, amount: bigint, row: Partial<Row<"contribution">> = {}) =>
  workRow(number, { phase: Phase.Settled, level: 3, points: 4n, epoch: 0, amount, ...row });

export const roundRow = (contribution: number, row: Partial<Row<"round">> = {}): Row<"round"> => ({
  contribution: work(contribution),
  round: 1,
  armedAt: BigInt(contribution),
  drawBlock: BigInt(contribution + 2),
  rearmReason: null,
  prevRandao: 7n,
  panelSize: 3,
  drawnAt: timeOf(contribution + 2),
  commitEnd: timeOf(contribution + 4),
  revealEnd: timeOf(contribution + 6),
  committed: 0,
  revealed: 0,
  scoredAt: null,
  level: null,
  votes: null,
  ...row,
});

export const scoredRow = (contribution: number, row: Partial<Row<"round">> = {}) =>
  roundRow(contribution, {
    scoredAt: timeOf(contribution + 7),
    level: 3,
    votes: model.packVotes([3n, 2n, 3n]),
    ...row,
  });

export const ballotRow = (
  contribution: number,
  position: number,
  row: Partial<Row<"ballot">> = {},
): Row<"ballot"> => ({
  contribution: work(contribution),
  round: 1,
  validator: address(10 + position),
  position,
  seat: position,
  commitment: null,
  committedAt: null,
  level: null,
  rationaleHash: null,
  revealedAt: null,
  leakedAt: null,
  number: contribution,
  revealEnd: timeOf(contribution + 6),
  ...row,
});

export const judgeRow = (n: number, seat: number | null): Row<"validator"> => ({
  account: address(10 + n),
  named: true,
  seat,
  drawn: 2,
  committed: 2,
  revealed: 1,
  stints: seat === null ? 0 : 1,
  barredUntil: 0n,
});

export const stintRow = (n: number, number: number, row: Partial<Row<"stint">> = {}): Row<"stint"> => ({
  account: address(10 + n),
  number,
  seat: n,
  entryBond: azr(1),
  deposited: azr(1),
  bond: azr(1),
  seatedAt: timeOf(number + 1),
  seatedBlock: BigInt(number + 1),
  seatedLeaf: BigInt(number),
  endedAt: null,
  endedBy: null,
  reasonHash: null,
  unlocksAt: null,
  ...row,
});

export const epochRow = (number: number, row: Partial<Row<"epoch">> = {}): Row<"epoch"> => ({
  number,
  points: 4n,
  isSealed: false,
  sealedAt: null,
  budget: null,
  rate: null,
  accepted: 1,
  settled: 0,
  minted: 0n,
  ...row,
});

/** The hour or day that begins at `start`, in which nothing happened. */
export const bucketRow = (
  period: number,
  start: number,
  row: Partial<Row<"bucket">> = {},
): Row<"bucket"> => ({
  period,
  start: BigInt(start),
  registered: 0,
  accepted: 0,
  rejected: 0,
  settled: 0,
  judged: 0,
  challenged: 0,
  voted: 0,
  minted: 0n,
  paid: 0n,
  withdrawn: 0n,
  fundIn: 0n,
  fundOut: 0n,
  supply: 0n,
  fund: 0n,
  ...row,
});

/** A proposal that waits from block `n` + 2 on, and is voted on until block `n` + 8. */
export const proposalRow = (n: number, row: Partial<Row<"proposal">> = {}): Row<"proposal"> => ({
  id: hashOf(`proposal ${n}`),
  event: eventId(n),
  proposer: address(1),
  targets: [FUND],
  amounts: [3n],
  calldatas: ["0x1234"],
  description: `proposal ${n}`,
  descriptionHash: hashOf(`proposal ${n}`),
  proposedAt: timeOf(n),
  voteStart: timeOf(n + 2),
  voteEnd: timeOf(n + 8),
  votesAgainst: 0n,
  votesFor: 0n,
  votesAbstain: 0n,
  voters: 0,
  canceledAt: null,
  queuedAt: null,
  eta: null,
  executedAt: null,
  block: BigInt(n),
  tx: txHash(n),
  ...row,
});

export const criticRow = (
  account: Row<"critic">["account"],
  row: Partial<Row<"critic">> = {},
): Row<"critic"> => ({
  account,
  inOffice: true,
  appointedAt: timeOf(2),
  critiques: 0,
  usedIn: 0,
  used: 0,
  lostIn: 0,
  strikes: 0,
  ...row,
});

export const critiqueRow = (n: number, row: Partial<Row<"critique">> = {}): Row<"critique"> => ({
  id: eventId(n),
  subject: work(1),
  critic: address(3),
  verdict: Verdict.Pass,
  ethics: 90,
  bias: 80,
  fairness: 70,
  transparency: 60,
  documentHash: hashOf(`critique ${n}`),
  critiqueHash: hashOf(`of critique ${n}`),
  leaf: BigInt(n),
  timestamp: timeOf(n),
  block: BigInt(n),
  tx: txHash(n),
  ...row,
});

export const leafRow = (index: number, row: Partial<Row<"leaf">> = {}): Row<"leaf"> => ({
  index: BigInt(index),
  timestamp: timeOf(index),
  emitter: index % 2 === 0 ? FUND : REGISTRY,
  kind: LeafKind.Registered,
  subject: work(index),
  actor: address(1),
  dataHash: hashOf(`data ${index}`),
  block: BigInt(index),
  tx: txHash(index),
  ...row,
});
