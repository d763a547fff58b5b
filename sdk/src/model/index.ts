export {
  type ChallengeRule,
  canWin,
  challengePrice,
  isAboutValue,
  isGroundFor,
  resolveChallenge,
} from "./challenge.ts";
export { budget, type EpochPoints, rate, settlementRate } from "./emission.ts";
export {
  type FlagRecord,
  flagAllowance,
  flagsLeft,
  loseFlag,
  NO_FLAGS,
  strikesAt,
  useFlag,
} from "./flags.ts";
export { flow, type Pot } from "./flow.ts";
export { drawPanel, packPanel, packVotes, panelSeed, unpackPanel, unpackVotes } from "./panel.ts";
export * as protocol from "./protocol/index.ts";
export { lowerMedian, panelSize, points, quorum, secondPanelSize } from "./score.ts";
export { split } from "./split.ts";
