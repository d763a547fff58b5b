import type * as tables from "@azora/indexer/schema";
import type { Proof } from "./findings.ts";

type Tables = typeof tables;

/** What proves each column of each table: a new one without its place here does not compile. */
type Proofs = {
  readonly [table in keyof Tables]: Readonly<Record<keyof Tables[table]["$inferSelect"], Proof>>;
};

type Of<proof extends Proof> = <column extends string>(...columns: column[]) => Record<column, proof>;

const columns =
  <proof extends Proof>(proof: proof): Of<proof> =>
  <column extends string>(...names: column[]) =>
    Object.fromEntries(names.map((name) => [name, proof])) as Record<column, proof>;

/** A leaf of the audit ledger is rebuilt from it, so that another value gives another root. */
const ledger = columns("ledger");
/** A contract is asked for it at the block of the index. */
const call = columns("eth_call");
/** The index's handlers are run again on the logs and headers of a node. So are all others, but here nothing else tells. */
const replay = columns("recomputation");

export const PROOFS = {
  account: replay("address", "firstSeenAt", "registered", "credited", "earned"),
  amendment: {
    ...ledger("version", "rule", "before", "current", "rationaleHash", "leaf", "timestamp"),
    ...replay("block", "tx"),
  },
  arming: {
    ...ledger("leaf", "contribution", "round", "reason", "armedAt", "timestamp"),
    ...replay("tx"),
  },
  // The first text comes with the deployment, which has no leaf for it.
  articles: { ...ledger("rationaleHash", "leaf"), ...replay("id", "hash", "timestamp", "block", "tx") },
  attestor: { ...call("activeFrom"), ...replay("account") },
  attestorTerm: { ...ledger("leaf", "account", "activeFrom", "timestamp"), ...replay("tx") },
  ballot: {
    ...ledger("contribution", "round", "position", "seat"),
    ...replay("validator", "commitment", "committedAt", "level", "rationaleHash", "revealedAt", "leakedAt"),
    ...replay("number", "revealEnd"),
  },
  block: replay("number", "hash", "parentHash", "timestamp"),
  bucket: {
    ...replay("period", "start", "registered", "accepted", "rejected", "settled", "judged", "challenged"),
    ...replay("voted", "minted", "paid", "withdrawn", "fundIn", "fundOut", "supply", "fund"),
  },
  challenge: {
    ...ledger("contribution", "challenger", "direction", "ground", "reasonHash", "firstRound"),
    ...ledger("lastRound", "challengedAt", "leaf", "resolvedAt", "resolvedLeaf"),
    // Until it is resolved, no leaf tells its outcome.
    ...call("outcome", "flagged", "firstLevel", "fee"),
    ...replay("secondLevel", "bond", "counted", "share", "bondTo", "block", "tx"),
  },
  contribution: {
    ...ledger("id", "registrant", "evidenceHash", "rulesVersion", "registrationBond", "registeredAt"),
    ...ledger("registeredLeaf", "points", "uncritiquedLeaf", "finalizedLeaf"),
    ...call("attributionHash", "bond", "phase", "opening", "round", "rearmed", "redrawn", "challenged"),
    ...call("level", "scoredRound", "epoch", "late"),
    ...replay("uri", "contributorCount", "upstreamCount", "citedByCount", "bondOwner", "amount"),
    ...replay("registeredBlock", "registeredTx", "number"),
  },
  contributorShare: { ...ledger("contribution", "node", "weight"), ...replay("number") },
  credit: { ...call("owed", "earned"), ...replay("token", "account", "withdrawn") },
  critic: {
    ...call("inOffice"),
    ...replay("account", "appointedAt", "critiques", "usedIn", "used", "lostIn", "strikes"),
  },
  criticTerm: { ...ledger("leaf", "account", "appointed", "timestamp"), ...replay("tx") },
  critique: {
    ...ledger("subject", "critic", "verdict", "ethics", "bias", "fairness", "transparency"),
    ...ledger("documentHash", "critiqueHash", "leaf", "timestamp"),
    ...replay("id", "block", "tx"),
  },
  epoch: {
    ...call("points", "isSealed"),
    ...replay("number", "sealedAt", "budget", "rate", "accepted", "settled", "minted"),
  },
  etherCredit: { ...call("owed"), ...replay("contract", "account", "withdrawn") },
  event: replay("block", "logIndex", "name", "tx", "nodes"),
  feeShare: replay("contribution", "round", "validator", "amount", "timestamp"),
  flow: {
    ...ledger("id", "source", "origin", "leaf"),
    ...replay("token", "amount", "minted", "timestamp", "block", "tx"),
  },
  fundEpoch: replay("token", "epoch", "opening", "granted", "stipends", "fees", "openedAt"),
  fundGrant: {
    ...ledger("token", "to", "amount", "epoch", "purposeHash", "leaf", "timestamp"),
    ...replay("id", "block", "tx"),
  },
  fundToken: replay("token", "rewards", "granted", "stipends", "fees", "changedAt"),
  governorSetting: call("name", "value"),
  guardianTerm: { ...ledger("account", "termEnd", "leaf", "timestamp"), ...replay("id", "block", "tx") },
  holding: { ...call("balance"), ...replay("account") },
  identity: {
    ...call("account", "effectiveAt", "nonce"),
    ...replay("node", "firstSeenAt", "credited", "received"),
  },
  leaf: {
    ...ledger("index", "timestamp", "emitter", "kind", "subject", "actor", "dataHash"),
    ...replay("block", "tx"),
  },
  link: {
    ...ledger("identity", "nonce", "account", "proposedAt", "effectiveAt", "attestors", "leaf"),
    ...ledger("vetoedBy", "vetoedAt", "vetoedLeaf"),
  },
  payment: {
    ...ledger("flow", "position", "node", "amount", "minted"),
    ...replay("token", "source", "timestamp"),
  },
  pool: { ...call("balance", "minted"), ...replay("token", "node", "received") },
  proposal: {
    ...ledger("queuedAt", "queuedLeaf", "executedAt", "executedLeaf"),
    ...call("id", "targets", "amounts", "calldatas", "descriptionHash"),
    ...call("proposer", "voteStart", "voteEnd", "votesAgainst", "votesFor", "votesAbstain", "eta"),
    ...replay("event", "description", "proposedAt", "voters", "canceledAt", "block", "tx"),
  },
  protocol: {
    ...call("genesisTime", "epochLength", "rulesVersion", "openRounds", "seats", "minted", "ledgerSize"),
    ...replay("id", "contributions", "settled", "rejected", "voided", "citadel", "withdrawn"),
    ...replay("citadelEther", "lastStop", "people"),
  },
  registrationStop: {
    ...ledger("announcedUntil", "guardian", "reasonHash", "leaf", "timestamp", "liftedBy", "liftedLeaf"),
    ...replay("id", "until", "block", "tx"),
  },
  reopening: {
    ...ledger("contribution", "opening", "round", "payer", "bond", "leaf", "timestamp"),
    ...replay("tx"),
  },
  reservation: {
    ...replay(
      "challenger",
      "hash",
      "state",
      "deposit",
      "contribution",
      "reservedAt",
      "block",
      "tx",
      "endedAt",
    ),
  },
  reward: {
    ...ledger("token", "contribution", "payer", "amount", "citadel", "leaf", "timestamp"),
    ...replay("id", "block", "tx"),
  },
  round: {
    ...ledger("contribution", "round", "prevRandao", "drawnAt", "drawnLeaf", "scoredAt", "level", "votes"),
    ...ledger("scoredLeaf"),
    ...replay("armedAt", "drawBlock", "rearmReason", "panelSize", "commitEnd", "revealEnd"),
    ...replay("committed", "revealed"),
  },
  rule: { ...call("min", "max"), ...replay("rule") },
  ruleValue: { ...call("value"), ...replay("version", "rule") },
  seat: replay("number", "account", "since", "holders"),
  settlement: {
    ...ledger("contribution", "epoch", "rate", "amount", "citadel", "settledAt", "leaf"),
    ...replay("points", "block", "tx"),
  },
  slash: {
    ...ledger("account", "contribution", "round", "fault", "amount", "reward", "prover", "leaf", "timestamp"),
    ...replay("stint", "block", "tx"),
  },
  stint: {
    ...ledger("account", "seat", "entryBond", "seatedAt", "seatedLeaf", "endedAt", "endedSeat", "endedLeaf"),
    ...ledger("endedBy", "reasonHash"),
    ...call("deposited", "bond", "unlocksAt"),
    ...replay("number", "seatedBlock"),
  },
  stipend: {
    ...ledger("contribution", "round", "validator", "amount", "epoch", "leaf", "timestamp"),
    ...replay("block", "tx"),
  },
  upstreamShare: { ...ledger("contribution", "upstream", "weight"), ...replay("number") },
  validator: {
    ...call("named", "seat", "stints", "barredUntil"),
    ...replay("account", "drawn", "committed", "revealed"),
  },
  voice: { ...call("units", "votes", "delegate"), ...replay("account") },
  voiceSum: { ...call("total"), ...replay("id") },
  voiceTotal: replay("timestamp", "total"),
  voiding: { ...ledger("contribution", "opening", "round", "leaf", "timestamp"), ...replay("tx") },
  vote: replay("proposal", "voter", "support", "weight", "reason", "castAt", "tx"),
  withdrawal: replay("id", "token", "account", "to", "amount", "timestamp", "block", "tx"),
} as const satisfies Proofs;
