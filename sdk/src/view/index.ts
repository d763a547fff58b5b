/** The protocol's state from its logs alone: what workers, the command line and watchers act on. */
export { apply, emptyView } from "./apply.ts";
export { createFollower, type Follower } from "./follower.ts";
export { ViewGapError } from "./gap.ts";
export { type ProtocolLog, protocolEvents, readLogs } from "./logs.ts";
export { challengeEnd, drawLastBlock, rule, sealableAt } from "./times.ts";
export type {
  Balance,
  ChallengeView,
  EpochClock,
  EpochView,
  LinkView,
  RoundView,
  Rules,
  View,
  WorkView,
} from "./types.ts";
