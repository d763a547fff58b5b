import type { Adversary } from "../play.ts";
import {
  copycatChallenger,
  entrapper,
  flightWatcher,
  foggyEntrapper,
  patientEntrapper,
  reservationWatcher,
  spammer,
} from "./challenges.ts";
import { doorkeeper } from "./door.ts";
import { capturedTimelock, drainer, dustCollector, selfDealer, timer } from "./money.ts";
import { allKeysThief, keyThief, rogueCritic, rogueKeeper } from "./offices.ts";
import {
  abstainer,
  copycatCommitter,
  entrencher,
  grinder,
  leaker,
  quietRing,
  ring,
  shieldedRing,
} from "./panels.ts";
import { flooder, poisoner, realRing, shader, squatter, sybil } from "./works.ts";

export const adversaries: readonly Adversary[] = [
  ring,
  quietRing,
  shieldedRing,
  abstainer,
  copycatCommitter,
  copycatChallenger,
  reservationWatcher,
  flightWatcher,
  leaker,
  spammer,
  entrapper,
  patientEntrapper,
  poisoner,
  squatter,
  sybil,
  flooder,
  grinder,
  entrencher,
  selfDealer,
  dustCollector,
  timer,
  drainer,
  keyThief,
  rogueCritic,
  rogueKeeper,
  doorkeeper,
  foggyEntrapper,
  shader,
  realRing,
  capturedTimelock,
  allKeysThief,
];
