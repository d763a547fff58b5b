import { liveFully } from "../../support/fullLife.ts";
import { openStack, type Stack } from "./stack.ts";

/** "plain": works and accounts of the tests before. "lived": something of almost everything, once, and what they left. */
export type Kind = "plain" | "lived";

const opened = new Map<Kind, Promise<Stack>>();

/**
 * A network that the files of a run use one after the other, as starting one takes as long as most files. It goes on
 * between them, some 3% of a processor: judges of works that wait would miss their windows if it stood. For tests that make
 * accounts and works of their own, and leave services, seats and rules as they were: all others open one of their own.
 * Whoever votes by hand for a practice judge costs it its seat, since the practice judges then cannot reveal.
 */
export async function useStack(kind: Kind): Promise<Stack> {
  const opening = opened.get(kind) ?? openAs(kind);
  opened.set(kind, opening);
  try {
    // It is stopped when all are done.
    return { ...(await opening), stop: async () => undefined };
  } catch (error) {
    opened.delete(kind); // the next one that asks tries anew
    throw error;
  }
}

async function openAs(kind: Kind): Promise<Stack> {
  const stack = await openStack();
  try {
    // One that ran already is expected to have lived.
    if (kind === "lived" && stack.session !== undefined) await liveFully(stack.session);
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

// A file's hooks end before the next one's begin; these are the run's.
after(async () => {
  for (const opening of opened.values()) await (await opening).stop();
});
