export type { OnProgress, Progress } from "./fetch.ts";
export type { Problem, ProblemCode } from "./problems.ts";
export { type ChainHead, readHead } from "./readHead.ts";
export { type ReplayOptions, replay, replayLogs } from "./replay.ts";
export { type Report, reportToJson } from "./report.ts";
