import { z } from "zod";
import { type LeafKind, leafKindNames } from "../../../generated/enums.ts";
import { isBytes32 } from "../../../node.ts";
import { parseAddress } from "../../parse.ts";

const bytes32 = z.string().refine(isBytes32, "must be 32 bytes in hex");
const address = z.string().transform((text) => parseAddress("address", text));
const integer = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/)]).transform(BigInt);
const size = z.int().nonnegative();
const leafKind = z
  .int()
  .refine((kind): kind is LeafKind => leafKindNames[kind] !== undefined, "is no kind of leaf");

const head = { chainId: z.int(), auditLedger: address, block: integer, size, root: bytes32 };
const leaf = z.object({
  index: integer,
  timestamp: integer,
  emitter: address,
  kind: leafKind,
  subject: bytes32,
  actor: address,
  dataHash: bytes32,
});

/** A proof as `prove` prints it. */
export const proofSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("inclusion"),
    ...head,
    leaves: z.array(z.object({ leaf, proof: z.array(bytes32) })).min(1),
  }),
  z.object({
    kind: z.literal("consistency"),
    ...head,
    older: z.object({ size, root: bytes32 }),
    proof: z.array(bytes32),
  }),
]);

export type ParsedProof = z.infer<typeof proofSchema>;
