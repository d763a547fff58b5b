/** The audit of an index, for tests that tamper with one, and for those that prove one of their own. */
export {
  asKept,
  type Handlers,
  keyColumns,
  loadHandlers,
  type MemoryDb,
  Replay,
  type Row,
  tables as auditTables,
} from "@azora/indexer/replay";
export { createPool, type Db } from "../../database/pools.ts";
export { Auditor } from "./Auditor.ts";
export { askContracts, callChecks } from "./calls/CallAudit.ts";
export { Chain } from "./calls/Chain.ts";
export { Findings, type Proof } from "./findings.ts";
export { LedgerAudit, readLedgerHead } from "./ledger/LedgerAudit.ts";
export { PROOFS } from "./proofs.ts";
export { differences } from "./rows/differences.ts";
