/** Reading git histories. Needs Node and the `git` binary; nothing of the chain is in it. */
export { type Apportionment, apportion, type Share } from "./apportion.ts";
export * from "./errors.ts";
export { type GeneratedOptions, generatedHistory } from "./generated.ts";
export { type GitHistory, type HistoryGroup, type Progress, readHistory } from "./history.ts";
export { layers } from "./layers.ts";
export { groupManifest, type ManifestContext } from "./manifest.ts";
export type { Grouping, HistoryOptions } from "./options.ts";
export { openRepository, type Repository } from "./repository.ts";
