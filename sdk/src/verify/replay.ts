import type { Hex, PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import type { ProtocolLog } from "../view/logs.ts";
import { checkBalances } from "./balances.ts";
import { type Chronicle, createChronicle } from "./chronicle.ts";
import { checkCreations } from "./creations.ts";
import { requireNoFlag } from "./events/flags.ts";
import { takeEvent } from "./events/index.ts";
import { requireNoReservation } from "./events/reservations.ts";
import { requireVotes } from "./events/voice.ts";
import { fetchCreations, fetchLogs, type OnProgress } from "./fetch.ts";
import { checkHead, checkProofs } from "./head.ts";
import { checkHeaders } from "./headers.ts";
import { requireNoLeaf } from "./leaves.ts";
import { type ChainHead, readHead } from "./readHead.ts";
import { readHeld } from "./readHeld.ts";
import { createReport, type Report } from "./report.ts";
import { checkReservations } from "./reservations.ts";

export interface ReplayOptions {
  /** The last block that counts; the latest unless said. */
  readonly toBlock?: bigint | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Recomputes the protocol's whole history from the chain's logs alone: every score, panel, rate, settlement, payment and
 * withdrawal, and every leaf of the audit ledger. What is read by `eth_call`, the
 * ledger's head, AZR's supply, the epochs' start and what is still reserved, is only compared. Problems are reported, not thrown; a node that cannot be read is.
 */
export async function replay(
  client: PublicClient,
  deployment: Deployment,
  { toBlock, onProgress = () => undefined }: ReplayOptions = {},
): Promise<Report> {
  const head = await readHead(client, deployment, toBlock);
  const creations = await fetchCreations(client, deployment, head.block);
  const logs = await fetchLogs(client, deployment, head.block, onProgress);
  const hashes = new Set(creations.map(({ transactionHash }) => transactionHash));
  const chronicle = createChronicle(deployment, hashes);
  checkCreations(chronicle, creations);
  takeLogs(chronicle, logs, onProgress);
  await checkHeaders(chronicle, client, onProgress);
  await checkReservations(chronicle, client, head.block);
  await readHeld(chronicle, client, head.block);
  return conclude(chronicle, head, onProgress);
}

/** The part of {@link replay} that needs no chain: what follows from logs, and whether the ledger's head agrees. */
export function replayLogs(
  deployment: Deployment,
  logs: readonly ProtocolLog[],
  head: ChainHead,
  creations: ReadonlySet<Hex> = new Set(),
): Report {
  const chronicle = createChronicle(deployment, creations);
  takeLogs(chronicle, logs, () => undefined);
  return conclude(chronicle, head, () => undefined);
}

function takeLogs(chronicle: Chronicle, logs: readonly ProtocolLog[], onProgress: OnProgress): void {
  const times = leafTimes(logs);
  let last: ProtocolLog | undefined;
  for (const [done, log] of logs.entries()) {
    onProgress({ step: "replay", done, total: logs.length });
    if (last && last.transactionHash !== log.transactionHash) endTransaction(chronicle, last);
    chronicle.timestamp = times.get(log.transactionHash) ?? log.blockTimestamp;
    takeEvent(chronicle, log);
    last = log;
  }
  if (last) endTransaction(chronicle, last);
}

/** A leaf tells the time of its transaction, which not every node tells of a log. */
function leafTimes(logs: readonly ProtocolLog[]): Map<Hex, bigint> {
  const times = new Map<Hex, bigint>();
  for (const log of logs) {
    if (log.eventName === "Appended") times.set(log.transactionHash, log.args.timestamp);
  }
  return times;
}

/** What a transaction announced must be done when it ends. */
function endTransaction(chronicle: Chronicle, last: ProtocolLog): void {
  const { problems, openSettlement, expectedTransfers, seats, commons } = chronicle;
  requireNoLeaf(chronicle, last);
  problems.same("Ether", "The ETH of bonds that is left uncredited", chronicle.uncredited, 0n, last);
  if (seats.expectedMove)
    problems.add("Seats", `Nobody took seat ${seats.expectedMove.to}, which became free.`, last);
  chronicle.uncredited = 0n;
  seats.expectedMove = undefined;
  requireVotes(chronicle, last);
  if (commons.openReward)
    problems.add("Payments", `${commons.openReward.contribution} flowed as rewarded, but was not.`, last);
  commons.openReward = undefined;
  requireNoFlag(chronicle, last);
  requireNoReservation(chronicle, last);
  if (openSettlement)
    problems.add("Payments", `${openSettlement.contribution} settled without a flow.`, last);
  for (const { value, to } of expectedTransfers) {
    problems.add("Supply", `${value} wei of AZR for ${to} were announced but not transferred.`, last);
  }
  chronicle.openSettlement = undefined;
  chronicle.expectedTransfers = [];
}

function conclude(chronicle: Chronicle, head: ChainHead, onProgress: OnProgress): Report {
  checkBalances(chronicle);
  const ledger = checkHead(chronicle, head);
  checkProofs(chronicle, ledger, head, onProgress);
  return createReport(chronicle, head);
}
