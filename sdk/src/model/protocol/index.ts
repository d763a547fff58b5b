/**
 * The whole protocol as a program of pure integers, written from PROTOCOL.md beside the contracts and not from them. Each
 * function takes the same call as the contract and either throws a {@link FaultError} with the error that the contract must
 * revert with, changing nothing, or changes the state. Fuzzing drives both in lock-step and compares every wei.
 */
export * from "./constitution.ts";
export * from "./critics.ts";
export * from "./disputes.ts";
export * from "./ether.ts";
export * from "./faults.ts";
export * from "./fund.ts";
export * from "./governor.ts";
export * from "./guardian.ts";
export * from "./identities.ts";
export * from "./judgement.ts";
export { anchor } from "./record.ts";
export * from "./registration.ts";
export * from "./reservations.ts";
export * from "./rewards.ts";
export * from "./seats.ts";
export * from "./settlement.ts";
export * from "./state.ts";
export * from "./voice.ts";
