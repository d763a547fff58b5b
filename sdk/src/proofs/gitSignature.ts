import { z } from "zod";
import { identityNode } from "../node.ts";
import { formatPpm } from "../units.ts";
import { defineProof } from "./checkClaim.ts";
import { claimedKeys } from "./claimedKeys.ts";
import { ProofError } from "./errors.ts";
import type { CreditedWork, Proof } from "./Proof.ts";
import { isPlainRef } from "./repositories.ts";
import { silences } from "./shownKeys.ts";

/** Works whose commits are read, at most: the ones that weigh most, and always the first. */
const MAX_WORKS = 200;

const armour = (limit: number) => z.string().min(1).max(limit);

const schema = z.strictObject({
  kind: z.literal("git-signature"),
  /** Where the histories are that the works were made of. */
  repositories: z
    .array(
      z.strictObject({
        url: z.string().min(1).max(500),
        ref: z.string().max(250).refine(isPlainRef, "must be HEAD, refs/heads/… or refs/tags/…"),
      }),
    )
    .min(1)
    .max(4),
  /** Of the challenge, one by each key that signed commits. */
  signatures: z.array(armour(16_384)).min(1).max(4),
  /** OpenPGP's, armoured. SSH signatures bring theirs along. */
  publicKeys: z.array(armour(32_768)).max(4),
});

type Evidence = z.infer<typeof schema>;

/**
 * A `git:` identity, by the keys that the accepted history shows for it. Anybody can write somebody's e-mail address into a
 * commit and sign that; so one signature proves nothing. The claim holds if
 *
 * 1. works that show the claimant's keys carry more than half of all that accepted works credit the identity with, and
 * 2. the first accepted work that credits it is one of them, and
 * 3. these works have counted for long enough that others could notice.
 *
 * A work shows the keys if its own manifest lists commits of the identity, more than half of them name the identity as
 * author and committer and are signed by the claimant's keys, and none that names it as both is signed by any other.
 * docs/decisions/0020-attestors.md says why.
 */
export const gitSignature: Proof = defineProof<Evidence>({
  kind: "git-signature",
  schema,
  fits: (identity) => identity.startsWith("git:"),
  async check({ identity, challenge }, evidence, tools) {
    const keys = claimedKeys(challenge, evidence.signatures, evidence.publicKeys);
    const works = await tools.worksOf(identityNode(identity));
    const [first] = works;
    if (first === undefined) throw new ProofError(`No accepted work credits ${identity} yet.`);
    const total = works.reduce((sum, { credit }) => sum + credit, 0n);
    const ripe = works.filter(({ countedBy }) => countedBy + tools.minAge <= tools.now);
    if (!ripe.includes(first))
      throw new ProofError(
        `The first work that credits ${identity} counts since too short a time: works prove something ${tools.minAge / 86_400n} days after their epoch.`,
      );
    const chosen = [
      first,
      ...ripe
        .filter((work) => work !== first)
        .toSorted(byCredit)
        .slice(0, MAX_WORKS - 1),
    ];
    const silence = await silences(chosen, identity, keys, evidence.repositories, tools);
    const why = silence.get(first);
    if (why !== undefined)
      throw new ProofError(
        `The first work that credits ${identity}, ${first.contribution}, does not show these keys: ${why}.`,
      );
    const shown = chosen.filter((work) => !silence.has(work));
    const weight = shown.reduce((sum, { credit }) => sum + credit, 0n);
    const part = formatPpm((weight * 1_000_000n) / total);
    if (weight * 2n <= total)
      throw new ProofError(
        `Works that show these keys carry ${part} of what ${identity} is credited with; more than half is needed.`,
      );
    const count = shown.length === 1 ? "1 accepted work shows" : `${shown.length} accepted works show`;
    return [
      ...keys.names.map((name) => `The key ${name} signed the challenge.`),
      `${count} these keys for ${identity}, the first that credits it among them, with ${part} of its credit.`,
    ];
  },
});

const byCredit = (a: CreditedWork, b: CreditedWork) =>
  a.credit > b.credit ? -1 : a.credit < b.credit ? 1 : 0;
