import { sha256, stringToBytes } from "viem";

export class IdentityError extends Error {
  override name = "IdentityError";
}

/** Providers with a canonical case of their own. A subject of any other provider stands as it is given. */
const PROVIDERS: Readonly<Record<string, { pattern: RegExp; lowerCase: boolean; example: string }>> = {
  // A person, or a project by its repository. What git itself adds to an address is no part of the name.
  github: {
    pattern: /^[a-z0-9](?:[a-z0-9-]{0,38})(?:\/(?!\.{1,2}$)[a-z0-9._-]{1,100}(?<!\.git))?$/,
    lowerCase: true,
    example: "github:alice",
  },
  // A project on any other host, whose paths may differ in case alone.
  repo: {
    pattern: /^(?!github\.com\/)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+){1,10}(?<!\.git)$/,
    lowerCase: false,
    example: "repo:codeberg.org/alice/ledger (on GitHub: github:alice/ledger)",
  },
  // Names published before npm asked for lower case keep their case.
  npm: { pattern: /^(?:@[\w.~-]+\/)?[\w.~-]+$/, lowerCase: false, example: "npm:left-pad" },
  git: { pattern: /^[0-9a-f]{64}$/, lowerCase: true, example: "git:<SHA-256 of an e-mail address>" },
};

const PROVIDER = /^[a-z][a-z0-9-]{0,31}$/;
/** Printable ASCII without spaces: what looks the same is the same. */
const SUBJECT = /^[\x21-\x7e]{1,200}$/;

/** `provider:subject` in the provider's canonical case: what an identity node is hashed from. */
export function canonicalIdentity(provider: string, subject: string): string {
  if (!PROVIDER.test(provider)) {
    throw new IdentityError(
      `"${provider}" is not a provider: lower-case letters, digits and hyphens, at most 32.`,
    );
  }
  const rules = PROVIDERS[provider];
  const canonical = rules?.lowerCase ? subject.toLowerCase() : subject;
  if (!SUBJECT.test(canonical) || (rules && !rules.pattern.test(canonical))) {
    const hint = rules ? ` It looks like ${rules.example}.` : "";
    throw new IdentityError(`"${subject}" is not a name at ${provider}.${hint}`);
  }
  return `${provider}:${canonical}`;
}

/** Parses `provider:subject` as people type it. */
export function parseIdentity(text: string): string {
  const colon = text.indexOf(":");
  if (colon < 1)
    throw new IdentityError(`"${text}" is not an identity: write provider:name, for example github:alice.`);
  return canonicalIdentity(text.slice(0, colon).trim(), text.slice(colon + 1).trim());
}

/**
 * The identity of an author in a git history: `git:` and the SHA-256 of the trimmed, lower-case e-mail address. It is a
 * pseudonym, not a secret: whoever guesses the address can confirm it.
 */
export function emailIdentity(email: string): string {
  return canonicalIdentity("git", sha256(stringToBytes(email.trim().toLowerCase())).slice(2));
}
