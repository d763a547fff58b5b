import { flagCall, type Node, Phase } from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { sha256, stringToHex } from "viem";
import { fastForward, isSettled } from "../fastForward.ts";
import { persist } from "../persist.ts";
import type { Session } from "../session.ts";
import { sendAs } from "./send.ts";
import { registerWork } from "./works.ts";

const AUTHOR = 46;
/** Ethics, bias, fairness and transparency, of 100. */
const SCORES = [20, 40, 30, 60] as const;
const CRITIQUE =
  "What it does to those who did not choose it is nowhere said, and it is rated far above its size.";
const SELF_CRITIQUE = "I read the work alone and no reply of its author, who may know better.";

/**
 * A critic in office stops the line: it flags a work whose score a second panel then judges, and the fund pays the fee as
 * far as it may. What is upheld on this ground is worth nothing. @param critic The practice person who holds the office.
 */
export async function flagWork(session: Session, critic: number, signal: AbortSignal): Promise<Node> {
  const { network, follower } = session;
  const author = practicePerson(AUTHOR).address;
  const wanted = { title: "A work that a critic flags", author, mischief: "overrate" } as const;
  const subject = await registerWork(session, wanted, signal);
  await fastForward(session, ({ works }) => works.get(subject)?.phase === Phase.Scored, { signal });
  const [documentHash, critiqueHash] = [sha256(stringToHex(CRITIQUE)), sha256(stringToHex(SELF_CRITIQUE))];
  await persist(async () => {
    if ((await follower.refresh()).works.get(subject)?.challenge !== undefined) return;
    const content = { subject, scores: SCORES, documentHash, critiqueHash };
    await sendAs(session, practicePerson(critic), flagCall(network.deployment.addresses, content));
  }, signal);
  await fastForward(session, isSettled, { signal });
  return subject;
}
