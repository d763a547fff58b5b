/** Brings histories to the chain. Needs Node. */
export { type ReadForImportOptions, readForImport } from "./continue.ts";
export { HistoryShiftedError, JournalError, RegistrationRevertedError } from "./errors.ts";
export { importHistory } from "./importHistory.ts";
export type { DroppedCitation, ImportedWork, ImportOptions, ImportProgress, ImportResult } from "./types.ts";
