import { explain, identityNode, linkTypedData, type View } from "@azora/sdk";
import type { Network } from "@azora/sdk/files";
import {
  type Claim,
  checkClaim,
  createTools,
  type Proof,
  ProofAwayError,
  ProofError,
} from "@azora/sdk/proofs";
import { type Address, type Hex, isAddressEqual, type LocalAccount, zeroAddress } from "viem";
import type { ClaimStore } from "../../claims/ClaimStore.ts";
import { logProblem } from "../../log.ts";
import type { AttestorChain } from "./chain.ts";

/** Whoever holds the attestor's key: this process, or a device or service that signs typed data for it. */
export type LinkSigner = Pick<LocalAccount, "address" | "signTypedData">;

export interface AttestorContext {
  chain: AttestorChain;
  network: Network;
  claims: Pick<ClaimStore, "undecided" | "proven" | "decide">;
  signer: LinkSigner;
  proofs: readonly Proof[];
  /** On local chains only: see `createTools`. */
  mirror?: string | undefined;
  signal?: AbortSignal | undefined;
  /** In ms; tests have a clock of their own. */
  clock?: () => number;
}

/** Claims that are looked at in one pass: reading a repository takes its time, and vetoes must not wait for long. */
const BATCH = 4;
/** After what is away has been asked for so often, the claim is refused; somebody can make a new one. */
const MAX_TRIES = 10;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;

/** A claim that nobody foresaw is put off like one that is away: it must not keep the others from being looked at. */
function reasonOf(error: unknown): string {
  if (error instanceof ProofError || error instanceof ProofAwayError) return error.message;
  logProblem("failed to check a claim", error);
  return "It could not be checked here.";
}

/**
 * Checks claims and signs those that hold; vetoes a link that contradicts a claim which this attestor has proven and which
 * still holds. Everything that it must not forget is in the claims' own tables, so it may be restarted at any moment, and run
 * twice: the first verdict stands.
 */
export function createAttestor(context: AttestorContext) {
  const { chain, network, claims, signer, proofs, mirror, signal, clock = Date.now } = context;
  /** What was away, by claim, and when it is asked for again. */
  const waiting = new Map<Hex, { tries: number; until: number }>();

  /** @param now As of when; a claim that was proven does not cease to hold with its deadline, which is for its use. */
  function check(claim: Claim, view: View, now: bigint): Promise<string[]> {
    const tools = { ...createTools({ network, view, mirror, signal }), now };
    return checkClaim(claim, proofs, tools, chain.isSignedBy);
  }

  async function requireUnlinked({ identity, nonce }: Claim): Promise<void> {
    const link = await chain.linkOf(identityNode(identity));
    if (!isAddressEqual(link.account, zeroAddress))
      throw new ProofError(`A link of ${identity} to ${link.account} is there already.`);
    if (BigInt(nonce) !== link.nonce)
      throw new ProofError(`The claim is for the nonce ${nonce}, and the identity's is ${link.nonce} now.`);
  }

  function sign({ identity, account, nonce, deadline }: Claim): Promise<Hex> {
    return signer.signTypedData({
      ...linkTypedData(network.deployment),
      message: {
        identity: identityNode(identity),
        account: account as Address,
        nonce: BigInt(nonce),
        deadline: BigInt(deadline),
      },
    });
  }

  async function decide(id: Hex, claim: Claim, view: View): Promise<string> {
    const what = `${claim.identity} to ${claim.account}`;
    try {
      await requireUnlinked(claim);
      const seen = await check(claim, view, view.timestamp);
      await claims.decide(id, signer.address, seen, await sign(claim));
      waiting.delete(id);
      return `attested ${what}: ${seen.join(" ")}`;
    } catch (error) {
      const reason = reasonOf(error);
      if (!(error instanceof ProofError) && postpone(id)) return `waits with ${what}: ${reason}`;
      waiting.delete(id);
      await claims.decide(id, signer.address, [reason], null);
      return `refused ${what}: ${reason}`;
    }
  }

  /** Longer each time; says no once it was often enough. */
  function postpone(id: Hex): boolean {
    const tries = (waiting.get(id)?.tries ?? 0) + 1;
    if (tries >= MAX_TRIES) return false;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
    waiting.set(id, { tries, until: clock() + pause });
    return true;
  }

  async function decideAll(view: View): Promise<string[]> {
    const open = await claims.undecided(signer.address, view.timestamp, BATCH + waiting.size);
    const due = open.filter(({ id }) => (waiting.get(id)?.until ?? 0) <= clock()).slice(0, BATCH);
    if (due.length === 0) return [];
    // Claims wait for an office that has yet to begin.
    const from = await chain.officeFrom(signer.address);
    if (from === 0n || from > view.timestamp) return [];
    const lines: string[] = [];
    for (const { id, claim } of due) {
      if (signal?.aborted) break;
      lines.push(await decide(id, claim, view));
    }
    return lines;
  }

  /** Not to know whether a claim still holds is no reason to stop somebody's link. */
  async function stillHolds(claim: Claim, view: View): Promise<boolean> {
    const deadline = BigInt(claim.deadline);
    try {
      await check(claim, view, view.timestamp < deadline ? view.timestamp : deadline);
      return true;
    } catch (error) {
      if (error instanceof ProofError || error instanceof ProofAwayError) return false;
      throw error;
    }
  }

  async function guard(view: View): Promise<string[]> {
    const lines: string[] = [];
    for (const [identity, link] of view.links) {
      if (link.effectiveAt <= view.timestamp) continue;
      const proven = await claims.proven(signer.address, identity, link.nonce);
      const isProven = proven.some(({ account }) => isAddressEqual(account as Address, link.account));
      const [rival] = proven;
      if (rival === undefined || isProven || !(await stillHolds(rival, view))) continue;
      await chain.veto(identity);
      lines.push(
        `vetoed the link of ${rival.identity} to ${link.account}: it is proven for ${rival.account}`,
      );
    }
    return lines;
  }

  return {
    /** One pass, in lines. Throws if the chain or the database cannot be reached. */
    async pass(): Promise<string[]> {
      const view = await chain.view();
      const vetoed = await guard(view).catch((error) => [`could not veto: ${explain(error).sentence}`]);
      return [...vetoed, ...(await decideAll(view))];
    },
  };
}
