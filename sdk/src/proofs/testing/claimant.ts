import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hex } from "viem";
import { createDeployment } from "../../addresses.ts";
import { groupManifest, readHistory } from "../../git/index.ts";
import { emailIdentity } from "../../identity.ts";
import { practicePerson, practiceRegistrant } from "../../practice/accounts.ts";
import { createRepository, type SignedCommit, signedCommit } from "../../practice/signedCommit.ts";
import { practiceSshKey, type SshKey } from "../../practice/sshKey.ts";
import { CHALLENGE_NAMESPACE, type LinkWish, linkChallenge } from "../challenge.ts";
import type { CreditedWork, ProofTools, Wish } from "../Proof.ts";
import { borrowRepository } from "../repositories.ts";

/** For tests only: somebody with a key and a repository, and tools that see what a test wants them to see. */

export const ADA = "ada@example.org";
export const EVE = "eve@example.org";
export const NOW = 1_700_000_000n;
export const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});

export const adaKey = practiceSshKey("of Ada");
export const eveKey = practiceSshKey("of Eve");
export const by = (key: SshKey) => (payload: Buffer) => key.sign(payload, "git");

export class TestHistory {
  readonly path = mkdtempSync(path.join(tmpdir(), "azora-proofs-"));
  #at = Date.UTC(2024, 0, 1) / 1_000;
  #count = 0;

  constructor() {
    createRepository(this.path);
  }

  commit(commit: Omit<SignedCommit, "at">): string {
    this.#count += 1;
    this.#at += 3_600;
    const files = { [`file-${this.#count}.txt`]: `${"line\n".repeat(this.#count + 2)}` };
    return signedCommit(this.path, { files, ...commit, at: this.#at });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Its contributions, each of so many commits, as works that were accepted with these points. */
  async works(identity: string, size = 1, points: readonly bigint[] = []): Promise<CreditedWork[]> {
    const history = await readHistory(this.path, { group: `commits:${size}` });
    const registrant = practiceRegistrant().address;
    return history.groups.flatMap(({ shares, key }, index) => {
      const share = shares.find(({ subject }) => subject === identity);
      if (share === undefined) return [];
      return {
        contribution: `0x01${Buffer.from(key).toString("hex").padEnd(62, "0").slice(-62)}` as Hex,
        evidenceHash: `0x${"00".repeat(32)}` as Hex,
        credit: (points[index] ?? 1n) * BigInt(share.weight),
        countedBy: 0n,
        manifest: async () => groupManifest(history, index, { chainId: deployment.chainId, registrant }),
      };
    });
  }
}

/** What is asked for when nothing else is said. */
export const WISH: LinkWish = {
  identity: emailIdentity(ADA),
  account: practicePerson(0).address,
  nonce: 0,
  deadline: Number(NOW) + 3_600,
};

export const wishWith = (part: Partial<LinkWish> = {}): Wish => {
  const wish = { ...WISH, ...part };
  return { ...wish, challenge: linkChallenge(deployment, wish) };
};

/** The proof of somebody who signs as the instructions say. */
export const gitProof = (folder: string, { challenge }: Wish, keys: readonly SshKey[] = [adaKey]) => ({
  kind: "git-signature",
  repositories: [{ url: folder, ref: "HEAD" }],
  signatures: keys.map((key) => key.sign(challenge, CHALLENGE_NAMESPACE)),
  publicKeys: [] as string[],
});

export const toolsWith = (works: CreditedWork[], part: Partial<ProofTools> = {}): ProofTools => ({
  deployment,
  now: NOW,
  minAge: 0n,
  worksOf: async () => works,
  repository: (request, work) => borrowRepository(request, { local: true }, work),
  ...part,
});
