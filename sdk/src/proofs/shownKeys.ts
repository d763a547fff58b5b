import { rangeDigest } from "../git/digest.ts";
import type { GitRangeManifest } from "../manifest/index.ts";
import { MalformedError } from "./ByteReader.ts";
import { type ClaimedKeys, signerOf } from "./claimedKeys.ts";
import { parseCommit } from "./commitObject.ts";
import type { CreditedWork, ProofTools } from "./Proof.ts";
import type { BorrowedRepository } from "./repositories.ts";

/** What git signs commits for. */
const COMMIT_NAMESPACE = "git";

interface Where {
  url: string;
  ref: string;
}

/**
 * Why works do not show the keys for an identity: for each work that does not, the end of a sentence. Those that are missing
 * from the answer do.
 */
export async function silences(
  works: readonly CreditedWork[],
  identity: string,
  keys: ClaimedKeys,
  repositories: readonly Where[],
  tools: Pick<ProofTools, "repository">,
): Promise<Map<CreditedWork, string>> {
  const reasons = new Map<CreditedWork, string>();
  const ranges: [CreditedWork, GitRangeManifest][] = [];
  for (const work of works) {
    const manifest = await work.manifest();
    if (manifest?.kind === "git-range") ranges.push([work, manifest]);
    reasons.set(work, withoutRange(manifest?.kind));
  }
  for (const { url, ref } of repositories) {
    const left = ranges.filter(([work]) => reasons.has(work));
    const nameLength = left[0]?.[1].range.to.length;
    if (nameLength === undefined) break;
    await tools.repository({ url, ref, want: "commits", nameLength }, async (repository) => {
      for (const [work, manifest] of left) {
        const commits = await commitsIn(repository, manifest, identity);
        if (commits === undefined) continue;
        const reason = silenceOf(commits, identity, keys);
        if (reason === undefined) reasons.delete(work);
        else reasons.set(work, reason);
      }
    });
  }
  return reasons;
}

const withoutRange = (kind: string | undefined): string => {
  if (kind === undefined) return "nobody keeps the manifest that it was registered with";
  if (kind !== "git-range") return "its evidence is no git history";
  return "its commits are in none of the given repositories, or are not those that it was registered with";
};

/** The commits that a manifest credits to an identity, by name; undefined if the history does not have the manifest's range. */
async function commitsIn(
  repository: BorrowedRepository,
  { range, commits }: GitRangeManifest,
  identity: string,
): Promise<Map<string, Buffer> | undefined> {
  if (range.to.length !== repository.tip.length || !(await repository.has(range.to))) return undefined;
  if (range.from !== null && !(await repository.has(range.from))) return undefined;
  const inRange = await repository.range(range.from, range.to);
  if (rangeDigest(inRange) !== range.digest) return undefined;
  const known = new Set(inRange);
  const credited = commits.filter(({ author }) => author === identity).map(({ hash }) => hash);
  if (!credited.every((name) => known.has(name))) return undefined;
  const objects = await repository.commits(credited);
  return new Map(credited.map((name, index) => [name, objects[index] ?? Buffer.alloc(0)]));
}

function silenceOf(
  commits: ReadonlyMap<string, Buffer>,
  identity: string,
  keys: ClaimedKeys,
): string | undefined {
  let shown = 0;
  for (const [name, content] of commits) {
    const verdict = verdictOn(name, content, identity, keys);
    if (verdict === "other") return `its commit ${name} by this identity is signed by another key`;
    if (verdict === "shown") shown += 1;
  }
  if (shown * 2 > commits.size) return undefined;
  return `of its ${commits.size} commits of this identity, ${shown} are signed by these keys with the identity as author and committer, and more than half must be`;
}

/** `silent`: it does not say whose it is. `other`: a key that is not the claimant's, or that nobody can check, speaks for the identity. */
type Verdict = "shown" | "silent" | "other";

function verdictOn(name: string, content: Buffer, identity: string, keys: ClaimedKeys): Verdict {
  try {
    const { author, committer, payload, signature } = parseCommit(name, content);
    // Whoever takes over another's commit, as maintainers and forges do, is its committer and signs with a key of theirs.
    if (signature === undefined || author !== identity || committer !== identity) return "silent";
    const signer = signerOf(payload, signature, COMMIT_NAMESPACE, keys.pgp);
    return signer !== undefined && keys.names.includes(signer) ? "shown" : "other";
  } catch (error) {
    if (error instanceof MalformedError) return "other";
    throw error;
  }
}
