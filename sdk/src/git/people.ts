import { emailIdentity } from "../identity.ts";
import { cleanText } from "../manifest/index.ts";

/** Somebody who wrote a commit: a pseudonym, and whether it is a machine. Names and addresses stay behind. */
export type Person = { subject: string; bot: boolean };

/** Machines that do not mark themselves with `[bot]`. They are tools: the people who use them get the credit. */
const MACHINES = new Set([
  "noreply@github.com",
  "noreply@anthropic.com",
  "copilot@github.com",
  "cursoragent@cursor.com",
  "bot@renovateapp.com",
  "support@dependabot.com",
  "action@github.com",
]);

/** Each person once, so that a long history does not hash the same address ten thousand times. */
export class People {
  readonly #known = new Map<string, Person>();

  /** By e-mail. A commit without one is credited by its name, for otherwise all such authors would be one. */
  get(name: string, email: string): Person {
    const address = cleanText(email, 1_000).toLowerCase();
    const key = address || cleanText(name, 1_000).toLowerCase();
    const marked = /\[bot\]$/.test(cleanText(name, 1_000).toLowerCase()) || /\[bot\](@|$)/.test(address);
    const bot = marked || MACHINES.has(address) || /^\d+\+copilot@users\.noreply\.github\.com$/.test(address);
    const known = this.#known.get(`${key} ${bot}`);
    if (known) return known;
    const person = { subject: emailIdentity(key), bot };
    this.#known.set(`${key} ${bot}`, person);
    return person;
  }
}
