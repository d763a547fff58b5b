import type { ProtocolLog } from "../../view/logs.ts";
import type { Chronicle } from "../chronicle.ts";

export type EventName = ProtocolLog["eventName"];
export type EventLog<name extends EventName> = Extract<ProtocolLog, { eventName: name }>;

/** What to check when an event comes, and what to remember of it. */
export type Handlers<name extends EventName> = {
  readonly [key in name]: (chronicle: Chronicle, log: EventLog<key>) => void;
};
