import type { Claim } from "@azora/sdk/proofs";
import { getAddress } from "viem";
import { ALICE, deployment } from "./names.ts";

/** A claim with something in every part; a test says what matters to it. */
export const claimOf = (part: Partial<Claim> = {}): Claim => ({
  version: 1,
  chainId: deployment.chainId,
  registry: deployment.addresses.attributionRegistry,
  identity: "github:alice/ledger",
  account: getAddress(ALICE),
  nonce: 0,
  deadline: 2_000_000_000,
  accountSignature: "0x1234",
  proof: { kind: "funding-json" },
  ...part,
});
