import { index, onchainTable, primaryKey } from "ponder";

// Tables are made for the queries: a page is one or two look-ups by key or index, and handlers write by primary key only.
// Amounts are in wei, weights in parts per million, times in seconds of the chain. Hex is lower case.

/** Blocks that hold an event of the protocol, and every block since the indexer follows the head. */
export const block = onchainTable("block", (t) => ({
  number: t.bigint().primaryKey(),
  hash: t.hex().notNull(),
  parentHash: t.hex().notNull(),
  timestamp: t.bigint().notNull(),
}));

/** One row, `id` 1: what was fixed at deployment, and totals. */
export const protocol = onchainTable("protocol", (t) => ({
  id: t.integer().primaryKey(),
  /** Start of epoch 0; null until the deployment's event. */
  genesisTime: t.bigint(),
  epochLength: t.bigint(),
  rulesVersion: t.integer().notNull(),
  contributions: t.integer().notNull(),
  settled: t.integer().notNull(),
  rejected: t.integer().notNull(),
  voided: t.integer().notNull(),
  /** Works that wait for a score. */
  openRounds: t.integer().notNull(),
  seats: t.integer().notNull(),
  /** AZR. */
  minted: t.bigint().notNull(),
  citadel: t.bigint().notNull(),
  withdrawn: t.bigint().notNull(),
  /** ETH that came to the CitadelFund. */
  citadelEther: t.bigint().notNull(),
  ledgerSize: t.bigint().notNull(),
}));

export const contribution = onchainTable(
  "contribution",
  (t) => ({
    id: t.hex().primaryKey(),
    registrant: t.hex().notNull(),
    evidenceHash: t.hex().notNull(),
    /** A hint from anybody: bytes that are no text are replaced. */
    uri: t.text().notNull(),
    rulesVersion: t.integer().notNull(),
    attributionHash: t.hex().notNull(),
    contributorCount: t.integer().notNull(),
    upstreamCount: t.integer().notNull(),
    /** Later works that cite this one. */
    citedByCount: t.integer().notNull(),
    /** What is still held of the registration bond. */
    bond: t.bigint().notNull(),
    /** As in the contracts' enum `Phase`. */
    phase: t.integer().notNull(),
    opening: t.integer().notNull(),
    round: t.integer().notNull(),
    rearmed: t.boolean().notNull(),
    redrawn: t.boolean().notNull(),
    level: t.integer(),
    points: t.bigint(),
    epoch: t.integer(),
    late: t.boolean().notNull(),
    /** AZR minted for it; 0 until it is settled. */
    amount: t.bigint().notNull(),
    registeredAt: t.bigint().notNull(),
    registeredBlock: t.bigint().notNull(),
    registeredTx: t.hex().notNull(),
    /** Its place among all registrations, from 1: the order of lists. */
    number: t.integer().notNull(),
  }),
  (table) => ({
    number: index().on(table.number),
    amount: index().on(table.amount, table.number),
    phase: index().on(table.phase, table.number),
    registrant: index().on(table.registrant, table.number),
    epoch: index().on(table.epoch),
    evidence: index().on(table.evidenceHash),
  }),
);

/** Who is credited for a work: accounts and identities. */
export const contributorShare = onchainTable(
  "contributor_share",
  (t) => ({
    contribution: t.hex().notNull(),
    node: t.hex().notNull(),
    weight: t.integer().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.node] }),
    node: index().on(table.node),
  }),
);

/** A work and an earlier one that it was built on. */
export const upstreamShare = onchainTable(
  "upstream_share",
  (t) => ({
    contribution: t.hex().notNull(),
    upstream: t.hex().notNull(),
    weight: t.integer().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.upstream] }),
    upstream: index().on(table.upstream),
  }),
);

export const round = onchainTable(
  "round",
  (t) => ({
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    armedAt: t.bigint().notNull(),
    drawBlock: t.bigint().notNull(),
    /** As in the enum `RearmReason`; null for the first round. */
    rearmReason: t.integer(),
    prevRandao: t.bigint(),
    panelSize: t.integer().notNull(),
    drawnAt: t.bigint(),
    commitEnd: t.bigint(),
    revealEnd: t.bigint(),
    committed: t.integer().notNull(),
    revealed: t.integer().notNull(),
    scoredAt: t.bigint(),
    level: t.integer(),
    /** Packed: 8 bits a level. */
    votes: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contribution, table.round] }) }),
);

/** A judge's place on a panel, and the vote from there. */
export const ballot = onchainTable(
  "ballot",
  (t) => ({
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    validator: t.hex().notNull(),
    position: t.integer().notNull(),
    seat: t.integer().notNull(),
    commitment: t.hex(),
    committedAt: t.bigint(),
    level: t.integer(),
    rationaleHash: t.hex(),
    revealedAt: t.bigint(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.round, table.validator] }),
    validator: index().on(table.validator),
  }),
);

/** Who sits where. */
export const seat = onchainTable("seat", (t) => ({
  number: t.integer().primaryKey(),
  account: t.hex().notNull(),
  bond: t.bigint().notNull(),
  seatedAt: t.bigint().notNull(),
  seatedBlock: t.bigint().notNull(),
}));

/** An account that may judge: named at genesis, or seated. */
export const validator = onchainTable("validator", (t) => ({
  account: t.hex().primaryKey(),
  named: t.boolean().notNull(),
  seat: t.integer(),
  drawn: t.integer().notNull(),
  committed: t.integer().notNull(),
  revealed: t.integer().notNull(),
}));

export const epoch = onchainTable("epoch", (t) => ({
  number: t.integer().primaryKey(),
  points: t.bigint().notNull(),
  isSealed: t.boolean().notNull(),
  sealedAt: t.bigint(),
  budget: t.bigint(),
  /** What the budget gives a point, before price caps. */
  rate: t.bigint(),
  accepted: t.integer().notNull(),
  settled: t.integer().notNull(),
  minted: t.bigint().notNull(),
}));

export const settlement = onchainTable(
  "settlement",
  (t) => ({
    contribution: t.hex().primaryKey(),
    epoch: t.integer().notNull(),
    points: t.bigint().notNull(),
    rate: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    citadel: t.bigint().notNull(),
    settledAt: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ epoch: index().on(table.epoch) }),
);

/** A pot that was split: a settlement's from the mint, any other from its source's pool. */
export const flow = onchainTable(
  "flow",
  (t) => ({
    id: t.text().primaryKey(),
    token: t.hex().notNull(),
    source: t.hex().notNull(),
    settlement: t.boolean().notNull(),
    amount: t.bigint().notNull(),
    minted: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ source: index().on(table.source, table.id) }),
);

/** One recipient's part of a flow. */
export const payment = onchainTable(
  "payment",
  (t) => ({
    flow: t.text().notNull(),
    position: t.integer().notNull(),
    token: t.hex().notNull(),
    source: t.hex().notNull(),
    node: t.hex().notNull(),
    amount: t.bigint().notNull(),
    minted: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.flow, table.position] }),
    node: index().on(table.node, table.flow),
  }),
);

/** What waits for a contribution or an identity. */
export const pool = onchainTable(
  "pool",
  (t) => ({
    token: t.hex().notNull(),
    node: t.hex().notNull(),
    balance: t.bigint().notNull(),
    minted: t.bigint().notNull(),
    /** In its whole life. */
    received: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.token, table.node] }), node: index().on(table.node) }),
);

/** What an account is owed, and what it has earned in its life: newly minted AZR only. */
export const credit = onchainTable(
  "credit",
  (t) => ({
    token: t.hex().notNull(),
    account: t.hex().notNull(),
    owed: t.bigint().notNull(),
    earned: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.token, table.account] }),
    account: index().on(table.account),
    earned: index().on(table.earned),
  }),
);

export const withdrawal = onchainTable(
  "withdrawal",
  (t) => ({
    id: t.text().primaryKey(),
    token: t.hex().notNull(),
    account: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ account: index().on(table.account, table.id) }),
);

/** ETH of returned bonds that a contract owes an account. */
export const etherCredit = onchainTable(
  "ether_credit",
  (t) => ({
    contract: t.hex().notNull(),
    account: t.hex().notNull(),
    owed: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contract, table.account] }),
    account: index().on(table.account),
  }),
);

/** AZR balances, the protocol's own contracts included. */
export const holding = onchainTable("holding", (t) => ({
  account: t.hex().primaryKey(),
  balance: t.bigint().notNull(),
}));

/** Accounts that take part: registrants, credited and linked people, judges. */
export const account = onchainTable("account", (t) => ({
  address: t.hex().primaryKey(),
  firstSeenAt: t.bigint().notNull(),
  registered: t.integer().notNull(),
  /** Works that credit it by its own address. */
  credited: t.integer().notNull(),
}));

/** People and projects that are credited before they have a wallet. */
export const identity = onchainTable(
  "identity",
  (t) => ({
    node: t.hex().primaryKey(),
    firstSeenAt: t.bigint().notNull(),
    credited: t.integer().notNull(),
    /** Of the proposed or effective link; null when there is none. */
    account: t.hex(),
    effectiveAt: t.bigint(),
    /** Vetoes so far. */
    nonce: t.bigint().notNull(),
  }),
  (table) => ({ account: index().on(table.account) }),
);

/** Every link that was ever proposed. */
export const link = onchainTable(
  "link",
  (t) => ({
    identity: t.hex().notNull(),
    nonce: t.bigint().notNull(),
    account: t.hex().notNull(),
    proposedAt: t.bigint().notNull(),
    effectiveAt: t.bigint().notNull(),
    attestors: t.hex().array().notNull(),
    vetoedBy: t.hex(),
    vetoedAt: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.identity, table.nonce] }) }),
);

export const attestor = onchainTable("attestor", (t) => ({
  account: t.hex().primaryKey(),
  /** 0: dismissed. */
  activeFrom: t.bigint().notNull(),
}));

/** A rule with its hard bounds, in the units of contracts/types/Rules.sol. */
export const rule = onchainTable("rule", (t) => ({
  rule: t.integer().primaryKey(),
  min: t.bigint().notNull(),
  max: t.bigint().notNull(),
}));

/** The value of each rule in each version. */
export const ruleValue = onchainTable(
  "rule_value",
  (t) => ({
    version: t.integer().notNull(),
    rule: t.integer().notNull(),
    value: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.version, table.rule] }) }),
);

export const amendment = onchainTable("amendment", (t) => ({
  version: t.integer().primaryKey(),
  rule: t.integer().notNull(),
  before: t.bigint().notNull(),
  current: t.bigint().notNull(),
  rationaleHash: t.hex().notNull(),
  timestamp: t.bigint().notNull(),
  block: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));

/** A decision on the audit ledger: exactly the fields of the event, and where it stands. */
export const leaf = onchainTable(
  "leaf",
  (t) => ({
    index: t.bigint().primaryKey(),
    timestamp: t.bigint().notNull(),
    emitter: t.hex().notNull(),
    kind: t.integer().notNull(),
    subject: t.hex().notNull(),
    actor: t.hex().notNull(),
    dataHash: t.hex().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    subject: index().on(table.subject, table.index),
    kind: index().on(table.kind, table.index),
    actor: index().on(table.actor, table.index),
  }),
);
