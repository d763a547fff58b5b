import { z } from "zod";
import { readAddress } from "../address.ts";
import { defineProof } from "./checkClaim.ts";
import { ProofError } from "./errors.ts";
import type { Proof } from "./Proof.ts";

const FILE = "FUNDING.json";
/** A file that names a few addresses needs no more. */
const MAX_BYTES = 65_536;

/** Names that Drips has for chains of ours; its convention knows no ids. */
const DRIPS_NETWORKS: Readonly<Record<number, string>> = { 1: "ethereum", 11155111: "sepolia" };

const schema = z.strictObject({ kind: z.literal("funding-json") });

const owner = z.object({ ownedBy: z.string() });
/** Other programs keep their own things in the file, so only ours and that of Drips are looked at. */
const fileSchema = z.object({
  azora: z.record(z.string(), owner).optional(),
  drips: z.record(z.string(), z.unknown()).optional(),
});

/**
 * A project's identity, by the file FUNDING.json in the root of its repository at the tip of the default branch:
 *
 *     { "azora": { "eip155:1": { "ownedBy": "0x…" } } }
 *
 * The chain is named as in CAIP-2, for an address can be somebody else's on another one. Without `azora`, what Drips reads
 * counts too: `drips.ethereum.ownedBy` for the main network, `drips.sepolia.ownedBy` for that testnet. The identity says
 * where the repository is, never the claim.
 */
export const fundingFile: Proof = defineProof({
  kind: "funding-json",
  schema,
  fits: (identity) => repositoryUrl(identity) !== undefined,
  async check({ identity, account }, _evidence, { deployment, repository }) {
    const url = repositoryUrl(identity);
    if (url === undefined) throw new ProofError(`${identity} names no repository.`);
    return repository({ url, ref: "HEAD", want: "root" }, async (borrowed) => {
      const named = ownerIn(await borrowed.rootFile(FILE, MAX_BYTES), deployment.chainId, url);
      if (named.owner !== account)
        throw new ProofError(`${named.where} in ${FILE} of ${url} names ${named.owner}, not ${account}.`);
      return [`${named.where} in ${FILE} of ${url} names ${account}, as of commit ${borrowed.tip}.`];
    });
  },
});

/** Where a project's repository is; undefined for an identity that is no project's. */
export function repositoryUrl(identity: string): string | undefined {
  const [, provider, subject] = /^(github|repo):(.+)$/.exec(identity) ?? [];
  if (subject === undefined || !subject.includes("/")) return undefined;
  return provider === "github" ? `https://github.com/${subject}` : `https://${subject}`;
}

function ownerIn(bytes: Buffer, chainId: number, url: string): { owner: string; where: string } {
  const file = parse(bytes, url);
  const chain = `eip155:${chainId}`;
  if (file.azora !== undefined) {
    const named = file.azora[chain];
    if (named === undefined)
      throw new ProofError(`azora in ${FILE} of ${url} says nothing of the chain ${chain}.`);
    return { owner: checked(named.ownedBy, url), where: `azora["${chain}"].ownedBy` };
  }
  const network = DRIPS_NETWORKS[chainId];
  const drips = network === undefined ? undefined : owner.safeParse(file.drips?.[network]);
  if (drips?.success) return { owner: checked(drips.data.ownedBy, url), where: `drips.${network}.ownedBy` };
  throw new ProofError(
    `${FILE} of ${url} names no address for the chain ${chain}, under azora["${chain}"].ownedBy.`,
  );
}

function parse(bytes: Buffer, url: string): z.infer<typeof fileSchema> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ProofError(`${FILE} of ${url} is not JSON in UTF-8.`, { cause });
  }
  const { success, data, error } = fileSchema.safeParse(json);
  if (success) return data;
  const issue = error.issues[0];
  throw new ProofError(`${FILE} of ${url} does not fit: ${issue?.path.join(".")} ${issue?.message}.`);
}

function checked(text: string, url: string): string {
  const address = readAddress(text);
  if (address === undefined)
    throw new ProofError(
      `${FILE} of ${url} names ${JSON.stringify(text.slice(0, 60))}, which is no address.`,
    );
  return address;
}
