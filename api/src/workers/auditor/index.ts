/** The audit of an index, for tests that tamper with one. */
export { tables as auditTables } from "@azora/indexer/replay";
export { createPool } from "../../database/pools.ts";
export { Auditor } from "./Auditor.ts";
export type { Proof } from "./findings.ts";
export { PROOFS } from "./proofs.ts";
