import { fresh } from "../../fixture.ts";
import type { Protocol } from "../../protocol.ts";
import { govern, grant, intervene } from "./governance.ts";
import { fail, leave, overturn, reserveAndLose } from "./judging.ts";
import { payJudges, rewardInAnotherToken } from "./money.ts";

/** A life in which every event of the protocol comes about, also those that random lives seldom or never come to. */
export async function tell(): Promise<Protocol> {
  const protocol = await fresh();
  for (const part of [
    overturn,
    reserveAndLose,
    fail,
    rewardInAnotherToken,
    payJudges,
    leave,
    govern,
    grant,
    intervene,
  ])
    await part(protocol);
  return protocol;
}
