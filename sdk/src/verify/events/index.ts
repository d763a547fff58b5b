import type { ProtocolLog } from "../../view/logs.ts";
import type { Chronicle } from "../chronicle.ts";
import { constitutionHandlers } from "./constitution.ts";
import { criticHandlers } from "./critics.ts";
import { disputeHandlers } from "./disputes.ts";
import { flagHandlers } from "./flags.ts";
import { fundHandlers } from "./fund.ts";
import { governorHandlers } from "./governor.ts";
import { guardianHandlers } from "./guardian.ts";
import type { EventName, Handlers } from "./handler.ts";
import { identityHandlers } from "./identities.ts";
import { judgementHandlers } from "./judgement.ts";
import { ledgerHandlers } from "./ledger.ts";
import { moneyHandlers } from "./money.ts";
import { registrationHandlers } from "./registration.ts";
import { reservationHandlers } from "./reservations.ts";
import { rewardHandlers } from "./rewards.ts";
import { seatHandlers } from "./seats.ts";
import { settlementHandlers } from "./settlement.ts";
import { voiceHandlers } from "./voice.ts";
import { voteHandlers } from "./votes.ts";

/** Every event of the contracts has its place here: a new one without it does not compile. */
const handlers = {
  ...constitutionHandlers,
  ...criticHandlers,
  ...disputeHandlers,
  ...flagHandlers,
  ...fundHandlers,
  ...governorHandlers,
  ...guardianHandlers,
  ...identityHandlers,
  ...judgementHandlers,
  ...ledgerHandlers,
  ...moneyHandlers,
  ...registrationHandlers,
  ...reservationHandlers,
  ...rewardHandlers,
  ...seatHandlers,
  ...settlementHandlers,
  ...voiceHandlers,
  ...voteHandlers,
  // Allowances and the token's own domain say nothing about who was paid what.
  Approval: () => undefined,
  // Nor do the settings of votes, which decide only how the next proposal comes about.
  LateQuorumVoteExtensionSet: () => undefined,
  ProposalThresholdSet: () => undefined,
  QuorumSet: () => undefined,
  TimelockChange: () => undefined,
  VotingDelaySet: () => undefined,
  VotingPeriodSet: () => undefined,
  EIP712DomainChanged: () => undefined,
} satisfies Handlers<EventName>;

/** As a method, so that a handler of one event fits a table of all of them. */
interface Handler {
  handle(chronicle: Chronicle, log: ProtocolLog): void;
}

const table: Readonly<Record<EventName, Handler["handle"]>> = handlers;

export function takeEvent(chronicle: Chronicle, log: ProtocolLog): void {
  table[log.eventName](chronicle, log);
}
