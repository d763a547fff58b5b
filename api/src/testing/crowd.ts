import * as schema from "@azora/indexer/schema";
import { Phase } from "@azora/sdk";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { ALICE, AZR, aliceNode, T0, work } from "./names.ts";
import { query } from "./postgres.ts";
import { HEAD } from "./world.ts";

// A large index: many rows of everything, most of which hang on one work, one person, one judge. What they say does not fit
// together, and no page shows it: it is there to be passed over.

/** SQL for a column's values, by its property; `i` is the number of the row. */
type Columns<table extends PgTable> = Partial<Record<keyof table["$inferSelect"], string>>;

const ZEROES: Readonly<Record<string, string>> = { boolean: "false", text: "''", integer: "0" };

/** The statement that fills a table with so many rows more. */
function fill<table extends PgTable>(table: table, rows: number, columns: Columns<table>): string {
  const { name, columns: all } = getTableConfig(table);
  const given: Readonly<Record<string, string | undefined>> = columns;
  const values = Object.entries(table).flatMap(([property, column]) => {
    const known = all.find((each) => each === column);
    if (known === undefined) return [];
    const type = known.getSQLType();
    const zero = type.endsWith("[]") ? "'{}'" : (ZEROES[type] ?? "0");
    return [[`"${known.name}"`, given[property] ?? (known.notNull ? zero : "NULL")]];
  });
  return `INSERT INTO build_1."${name}" (${values.map(([column]) => column).join(", ")})
    SELECT ${values.map(([, value]) => value).join(", ")} FROM generate_series(1::bigint, ${rows}) AS i`;
}

const hex = (prefix: string, digits: number, number: string) =>
  `'${prefix}' || lpad(to_hex(${number}), ${digits}, '0')`;

/** Far from the small world's own. */
const accountAt = (i: string) => hex("0x00ff", 36, i);
const nodeOfAccountAt = (i: string) => hex(`0x${"0".repeat(24)}00ff`, 36, i);
const identityAt = (i: string) => hex("0x02ff", 60, i);
const workAt = (i: string) => hex("0x01ff", 60, i);
const eventAt = (i: string) => `lpad(((${i}) + 1000)::text, 75, '0')`;
const literal = (text: string) => `'${text}'`;
const AMOUNT = "(i * 7919 % 500) * 1e18";
const NUMBER = "i + 1000";

/** Everybody and everything that a list shows. */
export const CROWD = {
  contributor: aliceNode,
  /** Somebody with few works. */
  other: `0x${"0".repeat(24)}00ff${"7".padStart(36, "0")}`,
  registrant: ALICE,
  judge: `0x00ff${"1".padStart(36, "0")}`,
  work: work(1),
  epoch: 7,
} as const;

const people = (rows: number) => [
  fill(schema.account, rows, {
    address: accountAt("i"),
    credited: "1",
    earned: "CASE WHEN i % 3 = 0 THEN NULL ELSE i * 7919 % 5000 END",
  }),
  // Most are linked, and a few wait for it.
  fill(schema.identity, rows, {
    node: identityAt("i"),
    credited: "1",
    received: "i * 7919 % 5000",
    account: `CASE WHEN i % 5 < 3 THEN ${accountAt("i")} END`,
    effectiveAt: `CASE WHEN i % 5 < 3 THEN CASE WHEN i % ${rows / 50} = 1 THEN ${T0 + 1_000_000_000} ELSE ${T0} END END`,
  }),
];

const works = (rows: number) => [
  fill(schema.contribution, rows, {
    id: workAt("i"),
    number: NUMBER,
    registrant: literal(ALICE),
    evidenceHash: hex("0x", 64, "i"),
    phase: `CASE WHEN i % ${rows / 100} = 0 THEN ${Phase.Voting} ELSE ${Phase.Settled} END`,
    round: "1",
    epoch: `${CROWD.epoch}`,
    amount: AMOUNT,
  }),
  fill(schema.contributorShare, rows, {
    contribution: workAt("i"),
    node: literal(aliceNode),
    number: NUMBER,
    weight: "1",
  }),
  fill(schema.contributorShare, rows, {
    contribution: workAt("i"),
    node: nodeOfAccountAt(`i % ${rows / 100}`),
    number: NUMBER,
    weight: "1",
  }),
  fill(schema.upstreamShare, rows, {
    contribution: workAt("i"),
    upstream: literal(CROWD.work),
    number: NUMBER,
    weight: "1",
  }),
  fill(schema.round, rows, {
    contribution: workAt("i"),
    round: "1",
    panelSize: "3",
    commitEnd: "1",
    revealEnd: `CASE WHEN i % ${rows / 100} = 0 THEN ${T0 + 1_000_000_000} ELSE 1 END`,
  }),
  fill(schema.ballot, rows, {
    contribution: workAt("i"),
    round: "1",
    validator: literal(CROWD.judge),
    number: NUMBER,
    revealEnd: `CASE WHEN i % ${rows / 100} = 0 THEN ${T0 + 1_000_000_000} ELSE 1 END`,
  }),
  `INSERT INTO azora_api.evidence (hash, bytes, registrant, kind, title, summary)
    SELECT ${hex("0x", 64, "i")}, '', ${literal(ALICE)}, 'files', 'Made topic' || i % ${rows / 100}, '' FROM generate_series(1::bigint, ${rows}) AS i`,
];

const others = (rows: number) => [
  fill(schema.validator, rows, {
    account: accountAt("i"),
    seat: "CASE WHEN i <= 1000 THEN i + 100 END",
  }),
  fill(schema.epoch, rows, { number: "i + 10", accepted: "1" }),
  fill(schema.proposal, rows, {
    id: hex("0xee", 62, "i"),
    event: eventAt("i"),
    proposer: literal(ALICE),
  }),
  fill(schema.leaf, rows, {
    index: NUMBER,
    emitter: literal(AZR),
    kind: "1",
    subject: literal(CROWD.work),
    actor: literal(ALICE),
    dataHash: hex("0x", 64, "i"),
    tx: hex("0x", 64, "i"),
  }),
  fill(schema.bucket, rows, { period: "3600", start: `${T0 - (T0 % 3_600)} + (i + 10) * 3600` }),
  fill(schema.bucket, rows, { period: "86400", start: `${T0 - (T0 % 86_400)} + (i + 10) * 86400` }),
  fill(schema.flow, rows, { id: eventAt("i"), token: literal(AZR), source: literal(CROWD.work) }),
  fill(schema.payment, rows, {
    flow: eventAt("i"),
    token: literal(AZR),
    source: literal(CROWD.work),
    node: literal(aliceNode),
  }),
  fill(schema.withdrawal, rows, {
    id: eventAt("i"),
    token: literal(AZR),
    account: literal(ALICE),
    to: literal(ALICE),
    tx: hex("0x", 64, "i"),
  }),
  fill(schema.reward, rows, {
    id: eventAt("i"),
    token: literal(AZR),
    payer: literal(ALICE),
    contribution: literal(CROWD.work),
    tx: hex("0x", 64, "i"),
  }),
  fill(schema.reservation, rows, {
    challenger: literal(ALICE),
    hash: hex("0x", 64, "i"),
    state: "'Released'",
    block: "i",
    tx: hex("0x", 64, "i"),
  }),
  fill(schema.stipend, rows, {
    contribution: workAt("i"),
    validator: literal(CROWD.judge),
    leaf: NUMBER,
    tx: hex("0x", 64, "i"),
  }),
  fill(schema.fundGrant, rows, { id: eventAt("i"), token: literal(AZR), to: literal(ALICE), leaf: NUMBER }),
  fill(schema.fundToken, rows, { token: accountAt("i"), changedAt: "i" }),
  fill(schema.fundEpoch, rows, { token: literal(AZR), epoch: "i + 10" }),
  fill(schema.articles, rows, { id: eventAt("i"), leaf: NUMBER, tx: hex("0x", 64, "i") }),
  fill(schema.amendment, rows, { version: "i + 1", leaf: NUMBER, tx: hex("0x", 64, "i") }),
  fill(schema.critique, rows, {
    id: eventAt("i"),
    subject: workAt("i"),
    critic: literal(CROWD.judge),
    leaf: NUMBER,
    tx: hex("0x", 64, "i"),
  }),
  fill(schema.challenge, rows, {
    contribution: workAt("i"),
    challenger: literal(CROWD.judge),
    flagged: "i % 50 = 0",
    leaf: NUMBER,
    tx: hex("0x", 64, "i"),
  }),
  fill(schema.voiceTotal, rows, { timestamp: "i" }),
  fill(schema.event, rows, { block: String(HEAD), logIndex: "i", name: "'A.B'" }),
];

/** Fills an index that has the small world already. */
export async function fillCrowd(adminUrl: string, rows: number): Promise<void> {
  for (const statement of [...people(rows), ...works(rows), ...others(rows)])
    await query(adminUrl, statement);
  await query(adminUrl, "VACUUM ANALYZE");
}
