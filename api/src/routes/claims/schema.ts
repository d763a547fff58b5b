import { identityNode } from "@azora/sdk";
import { z } from "@hono/zod-openapi";
import type { Hex } from "viem";
import type { StoredClaim } from "../../claims/ClaimStore.ts";
import { address, bytes32, bytes32Input, count, seconds } from "../../http/fields.ts";
import { checksum } from "../../http/format.ts";

export const claimParams = z.object({ id: bytes32Input });
export const claimsQuery = z.object({
  identity: bytes32Input.openapi({ description: "The identity's node." }),
});

/** A claim as OpenAPI describes it; the sdk's own schema checks it. */
export const claimBody = {
  type: "object",
  description:
    "A claim of version 1, as `azora link sign` writes it: at most 128 KiB, with a proof of the kind that `proof.kind` names.",
  additionalProperties: true,
} as const;

const verdictSchema = z
  .object({
    attestor: address,
    proven: z.boolean(),
    sentences: z.array(z.string()).openapi({ description: "What was seen, or why it was refused." }),
    signature: z
      .string()
      .nullable()
      .openapi({ description: "The attestation, for `AttributionRegistry.link`; null for a refusal." }),
    decidedAt: seconds.openapi({ description: "By this machine's clock." }),
  })
  .openapi("ClaimVerdict");

export const storedClaimSchema = z
  .object({
    id: bytes32.openapi({ description: "SHA-256 of the claim in the form of RFC 8785." }),
    identity: bytes32.openapi({ description: "The identity's node." }),
    name: z.string().openapi({ example: "github:alice/ledger" }),
    account: address,
    nonce: count,
    deadline: seconds,
    kind: z.string().openapi({ description: "The kind of proof.", example: "git-signature" }),
    receivedAt: seconds.openapi({ description: "By this machine's clock." }),
    verdicts: z.array(verdictSchema).openapi({ description: "Of attestors that use this API, so far." }),
  })
  .openapi("Claim");

export const claimList = z.object({ items: z.array(storedClaimSchema) }).openapi("ClaimList");

const secondsOf = (date: Date) => Math.floor(date.getTime() / 1_000);

export const answerOf = ({
  id,
  claim,
  receivedAt,
  verdicts,
}: StoredClaim): z.infer<typeof storedClaimSchema> => ({
  id,
  identity: identityNode(claim.identity),
  name: claim.identity,
  account: claim.account,
  nonce: claim.nonce,
  deadline: claim.deadline,
  kind: claim.proof.kind,
  receivedAt: secondsOf(receivedAt),
  verdicts: verdicts.map(({ attestor, sentences, signature, decidedAt }) => ({
    attestor: checksum(attestor as Hex),
    proven: signature !== null,
    sentences,
    signature,
    decidedAt: secondsOf(decidedAt),
  })),
});
