import { Verdict } from "@azora/sdk";
import { id } from "ethers";
import { impersonate } from "./fixture.ts";
import type { Protocol } from "./protocol.ts";

export const DOCUMENT = id("what the critic found");
export const SELF_CRITIQUE = id("what the critic thinks of what it found");
export const SCORES: [number, number, number, number] = [90, 80, 70, 60];

type Person = ReturnType<Protocol["person"]>;

/** The Constitution as the timelock calls it. */
export async function byTimelock(protocol: Protocol) {
  const { constitution, timelock } = protocol;
  return constitution.connect(await impersonate(protocol, await timelock.getAddress()));
}

/** Appoints a critic, person 20 unless said, and gives it. */
export async function appointed(protocol: Protocol, critic = protocol.person(20)): Promise<Person> {
  await (await byTimelock(protocol)).setCritic(critic, true);
  return critic;
}

/** A critique of a work or of a proposal, with the same words each time. */
export const criticise = (
  { constitution }: Protocol,
  critic: Person,
  subject: string,
  verdict: Verdict = Verdict.Pass,
) => constitution.connect(critic).critique(subject, verdict, SCORES, DOCUMENT, SELF_CRITIQUE);

export const flag = (protocol: Protocol, critic: Person, contribution: string) =>
  criticise(protocol, critic, contribution, Verdict.Flag);
