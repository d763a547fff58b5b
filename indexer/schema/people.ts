import { index, onchainTable, primaryKey } from "ponder";

/** Accounts that take part: registrants, credited and linked people, judges. */
export const account = onchainTable(
  "account",
  (t) => ({
    address: t.hex().primaryKey(),
    firstSeenAt: t.bigint().notNull(),
    registered: t.integer().notNull(),
    /** Works that credit it by its own address. */
    credited: t.integer().notNull(),
    /** Newly minted AZR in its life, as in `credit`; null for whoever was neither credited nor paid AZR. */
    earned: t.bigint(),
  }),
  (table) => ({ earned: index().on(table.earned, table.address) }),
);

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
    /** AZR that came to its pool in its life, as in `pool`; null for one that no work credits. */
    received: t.bigint(),
  }),
  (table) => ({
    received: index().on(table.account, table.received, table.node),
    effectiveAt: index().on(table.effectiveAt),
  }),
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
    leaf: t.bigint().notNull(),
    vetoedBy: t.hex(),
    vetoedAt: t.bigint(),
    vetoedLeaf: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.identity, table.nonce] }) }),
);

export const attestor = onchainTable("attestor", (t) => ({
  account: t.hex().primaryKey(),
  /** 0: dismissed. */
  activeFrom: t.bigint().notNull(),
}));

/** Each appointment and dismissal of an attestor. */
export const attestorTerm = onchainTable("attestor_term", (t) => ({
  leaf: t.bigint().primaryKey(),
  account: t.hex().notNull(),
  /** 0: dismissed. */
  activeFrom: t.bigint().notNull(),
  timestamp: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));
