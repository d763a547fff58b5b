import { type Mischief, withMischief } from "@azora/api/practice";
import {
  attributionRegistryAbi,
  connect,
  connectWallet,
  contributionNode,
  createFollower,
  type Follower,
  type Node,
  Phase,
  personShares,
  registerCall,
  requireSuccess,
  type Share,
  sortShares,
  type TransactionCall,
  transact,
} from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { canonicalManifest, evidenceCid, evidenceHash, filesManifest } from "@azora/sdk/manifest";
import { practiceRegistrant } from "@azora/sdk/practice";
import { type Account, type Address, sha256, stringToHex } from "viem";
import { fastForward, isSettled } from "../../../scripts/local/fastForward.ts";
import type { Stack } from "./stack.ts";

/** What practice judges find in a work is its size. */
const BYTES = 400_000;
const WHOLE = 1_000_000;

export interface Wanted {
  readonly title: string;
  readonly author: Address;
  /** Who registers it, and whose the bond is; the practice registrant unless it is said. */
  readonly registrant?: Account;
  readonly mischief?: Mischief;
  /** Accepted works that it cites, with their weights. */
  readonly upstream?: readonly Share[];
}

/** Sends a call as an account of this machine, and waits until it is mined and the index has it. */
export async function sendAs(stack: Stack, account: Account, call: TransactionCall): Promise<void> {
  const client = connect(stack);
  const hash = await transact(client, connectWallet(stack, account), call);
  const { blockNumber } = await requireSuccess(client, hash);
  const query = { minBlock: Number(blockNumber) };
  await unwrap(createApi(stack.apiUrl).GET("/v1/head", { params: { query } }));
}

/** Registers a work of one file by one author, and gives its node. */
export async function registerWork(stack: Stack, wanted: Wanted): Promise<Node> {
  const { title, author, registrant = practiceRegistrant(), mischief, upstream = [] } = wanted;
  const { chainId, addresses } = stack.deployment;
  const contributors = [{ node: author, weight: WHOLE }];
  const files = [{ path: "work.txt", bytes: BYTES, sha256: sha256(stringToHex(title)).slice(2) }];
  const who = { chainId, registrant: registrant.address, contributors };
  const manifest = filesManifest({ ...who, title, summary: "For a test.", upstream, files });
  const hash = evidenceHash(manifest);
  const bytes = Uint8Array.from(canonicalManifest(manifest));
  await unwrap(
    createApi(stack.apiUrl).PUT("/v1/evidence/{hash}", {
      params: { path: { hash } },
      body: {},
      bodySerializer: () => bytes,
      headers: { "Content-Type": "application/json" },
    }),
  );
  const client = connect(stack);
  const registry = { address: addresses.attributionRegistry, abi: attributionRegistryAbi } as const;
  const bond = await client.readContract({ ...registry, functionName: "bondRequired" });
  const attribution = { contributors: personShares(contributors), upstream: sortShares(upstream) };
  const uri = `ipfs://${evidenceCid(hash)}`;
  const hint = mischief === undefined ? uri : withMischief(uri, mischief);
  await sendAs(stack, registrant, registerCall(addresses, hash, attribution, hint, bond));
  return contributionNode(chainId, addresses.attributionRegistry, registrant.address, hash);
}

/** Skips all waiting until works are judged and paid, and every fault that somebody can prove is proven. */
export async function untilPaid(stack: Stack, works: readonly Node[]): Promise<void> {
  const client = connect(stack);
  const follower: Follower = createFollower(client, stack.deployment);
  const { signal } = new AbortController();
  const isPaid = (view: Awaited<ReturnType<Follower["refresh"]>>) =>
    isSettled(view) && works.every((node) => view.works.get(node)?.phase === Phase.Settled);
  await fastForward({ client, follower, network: stack }, isPaid, { signal });
}
