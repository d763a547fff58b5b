/** The protocol's state from its logs alone: what workers, the command line and watchers act on. */
export { apply, emptyView } from "./apply.ts";
export { reservationKey, shareKey } from "./disputes.ts";
export { createFollower, type Follower } from "./follower.ts";
export { voteKey } from "./fund.ts";
export { ViewGapError } from "./gap.ts";
export { type ProtocolLog, protocolEvents, readLogs } from "./logs.ts";
export { isParty } from "./parties.ts";
export { bondAt, seatsAt } from "./seats.ts";
export { challengeEnd, drawLastBlock, rule, sealableAt } from "./times.ts";
export type {
  Balance,
  BookView,
  ChallengeView,
  EpochClock,
  EpochView,
  FundAsset,
  FundView,
  LinkView,
  ReservationView,
  RoundView,
  Rules,
  SlashView,
  StintView,
  View,
  WorkView,
} from "./types.ts";
