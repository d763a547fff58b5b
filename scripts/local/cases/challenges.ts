import {
  type ChallengeContent,
  challengeCall,
  Direction,
  disputesAbi,
  Ground,
  hashRationale,
  type Node,
  Outcome,
  Phase,
  reserveCall,
  type View,
} from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { keccak256, stringToHex } from "viem";
import { fastForward, isSettled } from "../fastForward.ts";
import { persist } from "../persist.ts";
import type { Session } from "../session.ts";
import { sendAs } from "./send.ts";
import { registerWork } from "./works.ts";

/** Practice persons: authors of the works, and who challenges. Nobody else is linked to these accounts. */
export const AUTHORS = { overturned: 41, confirmed: 42 } as const;
const CHALLENGER = 43;

export interface Challenged {
  /** The work that most of its first panel gave too much, on purpose: its score was overturned. */
  overturned: Node;
  /** The work whose score stood. */
  confirmed: Node;
  /** The work on whose panel somebody did not vote. */
  neglected: Node;
  /** The work of which a judge let another know its vote. */
  leaked: Node;
}

/**
 * Four works that go through what does not happen by itself where everybody does their duty: a score that a second panel
 * overturns, with the slashes of those who gave it; one that a second panel confirms; a judge who stays away; and one who
 * lets another know its vote.
 * @param cited What the second of them stands on.
 */
export async function challengeScores(
  session: Session,
  cited: readonly Node[],
  signal: AbortSignal,
): Promise<Challenged> {
  const author = practicePerson(AUTHORS.overturned).address;
  const rival = practicePerson(AUTHORS.confirmed).address;
  const [overturned, confirmed, neglected, leaked] = [
    await registerWork(session, { title: "A work that is overrated", author, mischief: "overrate" }, signal),
    await registerWork(
      session,
      { title: "A work that is rated well", author: rival, upstream: cited },
      signal,
    ),
    await registerWork(
      session,
      { title: "A work that a judge neglects", author: rival, mischief: "absent" },
      signal,
    ),
    await registerWork(
      session,
      { title: "A work of which a vote leaks", author: rival, mischief: "leak" },
      signal,
    ),
  ];
  const isScored = (view: View, node: Node) => view.works.get(node)?.phase === Phase.Scored;
  const judged = (view: View) => [overturned, confirmed].every((node) => isScored(view, node));
  await fastForward(session, judged, { signal });
  const reasons = new Map([
    [overturned, "It is no more than other works of its size, which were given half of that."],
    [confirmed, "It seems too much to me."],
  ]);
  for (const [contribution, reason] of reasons) await challengeDown(session, contribution, reason, signal);

  const isOver = ({ works }: View) =>
    [overturned, confirmed].every((node) => (works.get(node)?.challenge?.outcome ?? 0) !== Outcome.Pending);
  await fastForward(session, (view) => isOver(view) && isSettled(view), { signal });
  return { overturned, confirmed, neglected, leaked };
}

/** Reserves a challenge, and makes it one block later, unless that was done. */
async function challengeDown(
  session: Session,
  contribution: Node,
  reason: string,
  signal: AbortSignal,
): Promise<void> {
  const { client, network, follower } = session;
  const { deployment } = network;
  const { disputes } = deployment.addresses;
  const challenger = practicePerson(CHALLENGER);
  const content: ChallengeContent = {
    contribution,
    direction: Direction.Down,
    ground: Ground.Value,
    reasonHash: hashRationale(reason),
    salt: keccak256(stringToHex(reason)),
  };
  await persist(async () => {
    if ((await follower.refresh()).works.get(contribution)?.challenge !== undefined) return;
    const args = [contribution, content.direction] as const;
    const read = { address: disputes, abi: disputesAbi, functionName: "priceOf", args } as const;
    const [fee, bond] = await client.readContract(read);
    await sendAs(session, challenger, reserveCall(deployment, challenger.address, content));
    await sendAs(session, challenger, challengeCall(deployment.addresses, content, fee + bond));
  }, signal);
}
