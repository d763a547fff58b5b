import { type Address, type Hex, numberToHex, zeroAddress } from "viem";
import { Guardianship } from "../../generated/constants.ts";
import { dataHash, guardianSubject } from "../../ledger/preimages.ts";
import { record } from "./record.ts";
import { type Call, refuse, type State } from "./state.ts";

/** `Constitution.setGuardian`; the zero address leaves the office empty. */
export function setGuardian(state: State, call: Call, account: Address): void {
  const { timelock } = state.start.deployment.addresses;
  if (call.sender !== timelock) refuse("Constitution_NotTimelock", call.sender);
  const { TERM } = Guardianship;
  const termEnd = account === zeroAddress ? 0n : call.timestamp + TERM;
  state.guardian = { ...state.guardian, account, termEnd };
  const hash = dataHash.GuardianSet(Number(termEnd));
  record(state, call, "constitution", "GuardianSet", guardianSubject(account), hash);
}

/** `Constitution.stop`. @param duration In seconds. */
export function stop(state: State, call: Call, duration: bigint, reasonHash: Hex): void {
  const { LONGEST_STOP, STOP_INTERVAL } = Guardianship;
  const { account, termEnd, nextStopAt } = state.guardian;
  if (call.sender !== account) refuse("Constitution_NotGuardian", call.sender);
  if (call.timestamp >= termEnd) refuse("Constitution_TermEnded", call.timestamp, termEnd);
  if (duration === 0n || duration > LONGEST_STOP) refuse("Constitution_InvalidStop", duration, LONGEST_STOP);
  if (BigInt(reasonHash) === 0n) refuse("Constitution_MissingStopReason");
  if (call.timestamp < nextStopAt) refuse("Constitution_StoppedLately", call.timestamp, nextStopAt);

  state.stoppedUntil = call.timestamp + duration;
  state.guardian = { account, termEnd, nextStopAt: call.timestamp + STOP_INTERVAL };
  const subject = numberToHex(state.stoppedUntil, { size: 32 });
  record(state, call, "constitution", "Stopped", subject, dataHash.Stopped(reasonHash));
}

/** `Constitution.liftStop`. */
export function liftStop(state: State, call: Call): void {
  const { timelock } = state.start.deployment.addresses;
  if (call.sender !== state.guardian.account && call.sender !== timelock)
    refuse("Constitution_MayNotLift", call.sender);
  const until = state.stoppedUntil;
  if (call.timestamp >= until) refuse("Constitution_NotStopped", call.timestamp, until);

  state.stoppedUntil = call.timestamp;
  const subject = numberToHex(call.timestamp, { size: 32 });
  record(state, call, "constitution", "StopLifted", subject, dataHash.StopLifted(Number(until)));
}
