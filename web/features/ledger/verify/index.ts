// The chunk that is loaded when somebody verifies: viem, the sdk's ledger code, and the words for what came of it.
export { createSources } from "./sources.ts";
export { Verdict } from "./Verdict.tsx";
export { type Outcome, verifyRecord } from "./verify.ts";
