export { canonicalManifest, type EvidenceHash, evidenceCid, evidenceHash } from "./canonical.ts";
export { manifestFaults, type RegisteredWork } from "./faults.ts";
export { filesManifest } from "./files.ts";
export { type PathKind, pathKind } from "./paths.ts";
export {
  type CommitEvidence,
  type FilesManifest,
  type GitRangeManifest,
  MAX_COMMITS,
  MAX_FILES,
  type Manifest,
  manifestSchema,
  type Totals,
} from "./schema.ts";
export { cleanText, decodeText } from "./text.ts";
