/** Brings histories to the chain. Needs Node. */
export {
  type ImportedWork,
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
  importHistory,
} from "./importHistory.ts";
export { JournalError } from "./journal.ts";
