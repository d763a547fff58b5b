import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectWallet, emailIdentity, identityNode, linkCall, requireSuccess, transact } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { readHistory } from "@azora/sdk/git";
import { practicePerson } from "@azora/sdk/practice";
import { createRepository, practiceSshKey, signedCommit } from "@azora/sdk/practice-git";
import { CHALLENGE_NAMESPACE, type Claim, linkChallenge } from "@azora/sdk/proofs";
import { type Address, type Hex, isHex } from "viem";
import { fastForward } from "./fastForward.ts";
import { importUntilPaid } from "./importing.ts";
import { persist } from "./persist.ts";
import type { Progress } from "./progress.ts";
import type { Session } from "./session.ts";

/** A practice person who signs commits; nobody else is linked to the account. */
const EMAIL = "ada@example.org";
const PERSON = 40;
const VALID_FOR = 3_600;
const ANSWER_MS = 60_000;
const PAUSE_MS = 250;

/**
 * A person from the first signed commit to the payout, without anybody's word: commits into a repository of their own with a
 * key, has the history judged and paid, claims the identity with that key, is attested by the attestor that runs, and links.
 * Gives what came to the account, in wei of AZR.
 */
export async function proveAndLink(
  session: Session,
  progress: Progress,
  signal: AbortSignal,
): Promise<{ identity: string; account: Address; amount: bigint }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "azora-signed-"));
  try {
    const key = practiceSshKey("of the demo");
    writePoem(folder, (payload) => key.sign(payload, "git"));
    const history = await readHistory(folder, { group: "commits:2" });
    await importUntilPaid(session, { history, name: "a signed history" }, progress, signal);
    const sign = (challenge: string) => key.sign(challenge, CHALLENGE_NAMESPACE);
    const claim = await persist(() => makeClaim(session, folder, sign), signal);
    const attestation = await persist(() => attested(session, claim, signal), signal);
    return await linkAndWait(session, claim, attestation, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function writePoem(folder: string, sign: (payload: Buffer) => string): void {
  createRepository(folder);
  for (const [index, verse] of ["I am\n", "I am because we are.\n"].entries())
    signedCommit(folder, {
      files: { "poem.txt": verse },
      message: `Wrote verse ${index + 1}\n`,
      email: EMAIL,
      at: 1_700_000_000 + index * 3_600,
      sign,
    });
}

async function makeClaim(
  { client, network: { deployment } }: Session,
  folder: string,
  sign: (challenge: string) => string,
): Promise<Claim> {
  const person = practicePerson(PERSON);
  const identity = emailIdentity(EMAIL);
  const deadline = Number((await client.getBlock()).timestamp) + VALID_FOR;
  const wish = { identity, account: person.address, nonce: 0, deadline };
  const challenge = linkChallenge(deployment, wish);
  return {
    version: 1,
    chainId: deployment.chainId,
    registry: deployment.addresses.attributionRegistry,
    ...wish,
    accountSignature: await person.signMessage({ message: challenge }),
    proof: {
      kind: "git-signature",
      repositories: [{ url: folder, ref: "HEAD" }],
      signatures: [sign(challenge)],
      publicKeys: [],
    },
  };
}

interface Attestation {
  attestor: Address;
  signature: Hex;
}

/** Leaves the claim with the API, and waits for the attestor's word. The same claim twice is one. */
async function attested({ apiUrl }: Session, claim: Claim, signal: AbortSignal): Promise<Attestation> {
  const api = createApi(apiUrl);
  const { id } = await unwrap(api.POST("/v1/claims", { body: { ...claim } }));
  for (const end = Date.now() + ANSWER_MS; Date.now() < end; ) {
    const { verdicts } = await unwrap(api.GET("/v1/claims/{id}", { params: { path: { id } } }));
    const [verdict] = verdicts;
    if (verdict !== undefined) {
      if (!isHex(verdict.signature)) throw new Error(`The attestor refused: ${verdict.sentences.join(" ")}`);
      return { attestor: verdict.attestor as Address, signature: verdict.signature };
    }
    await sleep(PAUSE_MS, undefined, { signal });
  }
  throw new Error("The attestor gave no verdict in time.");
}

async function linkAndWait(session: Session, claim: Claim, attestation: Attestation, signal: AbortSignal) {
  const { client, network, follower } = session;
  const person = practicePerson(PERSON);
  const [node, account] = [identityNode(claim.identity), person.address];
  const wish = { identity: node, account, deadline: BigInt(claim.deadline) };
  const call = linkCall(network.deployment.addresses, wish, [attestation]);
  await persist(async () => {
    if ((await follower.refresh()).links.has(node)) return;
    await requireSuccess(client, await transact(client, connectWallet(network, person), call));
  }, signal);
  const owed = (view: Awaited<ReturnType<typeof follower.refresh>>) => view.credits.get(account)?.owed ?? 0n;
  const view = await fastForward(session, (each) => owed(each) > 0n, { signal });
  return { identity: claim.identity, account, amount: owed(view) };
}
