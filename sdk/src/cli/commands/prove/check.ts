import { readFileSync } from "node:fs";
import path from "node:path";
import { hashLeaf, verifyConsistency, verifyInclusion } from "../../../ledger/index.ts";
import type { OpenChain } from "../../chain.ts";
import type { Context } from "../../context.ts";
import { RefusedError, UsageError } from "../../exit.ts";
import { plural } from "../../table.ts";
import { readChainLedger, readHead } from "./chainLedger.ts";
import { type ParsedProof, proofSchema } from "./schema.ts";

/** Checks a proof by itself, and that its root is the chain's: now, or when the ledger had that size. */
export async function checkProof(context: Context, name: string): Promise<void> {
  const proof = readProof(path.resolve(context.app.cwd, name), name);
  requireSound(proof);
  const chain = await context.chain();
  await requireOfChain(chain, context, proof);
  const { size, root } = proof;
  const about =
    proof.kind === "inclusion"
      ? `${plural(proof.leaves.length, "record")} in the ledger of ${size}`
      : `the ledger of ${proof.older.size} was only appended to until it had ${size}`;
  context.output.result(
    { valid: true, kind: proof.kind, size, root },
    `Valid: ${about}, whose root is on the chain.`,
  );
}

function readProof(file: string, name: string): ParsedProof {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new UsageError(`The proof ${name} cannot be read as JSON.`, { cause });
  }
  const { success, data, error } = proofSchema.safeParse(json);
  if (success) return data;
  const issue = error.issues[0];
  throw new UsageError(`${name} is no proof: ${issue?.path.join(".") || "it"}: ${issue?.message}.`);
}

function requireSound(proof: ParsedProof): void {
  const { size, root } = proof;
  if (proof.kind === "consistency") {
    if (!verifyConsistency(proof.older, proof, proof.proof)) {
      throw new RefusedError("The proof does not hold: the newer ledger does not continue the older one.");
    }
    return;
  }
  for (const { leaf, proof: path } of proof.leaves) {
    if (verifyInclusion(hashLeaf(leaf), Number(leaf.index), size, root, path)) continue;
    throw new RefusedError(`The proof does not hold: leaf ${leaf.index} is not under the root ${root}.`);
  }
}

async function requireOfChain(chain: OpenChain, context: Context, proof: ParsedProof): Promise<void> {
  const { chainId, addresses } = chain.network.deployment;
  if (proof.chainId !== chainId || proof.auditLedger !== addresses.auditLedger) {
    throw new RefusedError(
      `The proof is about the ledger ${proof.auditLedger} of chain ${proof.chainId}, not this one.`,
    );
  }
  const head = await readHead(chain);
  if (head.size === proof.size && head.root === proof.root.toLowerCase()) return;
  // The ledger has grown since: its own leaves, whose root is the chain's, say what the root was then.
  const { tree } = await readChainLedger(chain, context);
  if (proof.size <= tree.size && tree.root(proof.size) === proof.root.toLowerCase()) return;
  throw new RefusedError(`The chain's ledger never had the root ${proof.root} at ${proof.size} leaves.`);
}
