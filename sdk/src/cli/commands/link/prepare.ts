import { attributionRegistryAbi } from "../../../generated/abis.ts";
import { identityNode } from "../../../node.ts";
import { parsePerson } from "../../../people.ts";
import { CHALLENGE_NAMESPACE, linkChallenge } from "../../../proofs/challenge.ts";
import { MAX_VALIDITY } from "../../../proofs/claim.ts";
import { repositoryUrl } from "../../../proofs/funding.ts";
import type { Context } from "../../context.ts";
import { RefusedError, UsageError } from "../../exit.ts";
import { parseAddress, parseWhole } from "../../parse.ts";
import { when } from "../../times.ts";
import type { PrepareFlags } from "../link.ts";
import { writeText } from "./files.ts";

const DAY = 86_400;

export async function prepare(context: Context, text: string, flags: PrepareFlags): Promise<void> {
  const { app, output } = context;
  const identity = parsePerson(text);
  if (identity.startsWith("0x")) throw new UsageError(`${identity} is an account already, not an identity.`);
  const days = parseWhole("--days", flags.days ?? "7", 1, MAX_VALIDITY / DAY);
  const chain = await context.chain();
  const { client, network } = chain;
  const account = flags.to === undefined ? context.signer(chain).address : parseAddress("--to", flags.to);
  const { deployment } = network;
  const [linked, , nonce] = await client.readContract({
    address: deployment.addresses.attributionRegistry,
    abi: attributionRegistryAbi,
    functionName: "linkOf",
    args: [identityNode(identity)],
  });
  if (BigInt(linked) !== 0n) throw new RefusedError(`${identity} is linked to ${linked}, or about to be.`);
  const { timestamp } = await client.getBlock();
  const deadline = Number(timestamp) + days * DAY;
  const challenge = linkChallenge(deployment, { identity, account, nonce: Number(nonce), deadline });
  writeText(app, flags.out, challenge);
  const next = stepsFor(identity, account, deployment.chainId, flags.out);
  output.result(
    { identity, account, nonce, deadline, challenge: flags.out, next },
    [
      `Wrote the challenge to ${flags.out}; its deadline is ${when(BigInt(deadline), timestamp)}.`,
      "",
      ...next,
    ].join("\n"),
  );
}

/** What to do next, as it can be typed. */
function stepsFor(identity: string, account: string, chainId: number, file: string): string[] {
  const url = repositoryUrl(identity);
  if (url !== undefined) {
    const content = JSON.stringify({ azora: { [`eip155:${chainId}`]: { ownedBy: account } } });
    return [
      `Commit FUNDING.json to the root of ${url}, on its default branch, with this in it:`,
      `  ${content}`,
      "Then:",
      `  azora link sign ${file}`,
    ];
  }
  if (!identity.startsWith("git:"))
    return [`No proof is known here for ${identity}; an attestor may still know it by other means.`];
  return [
    "Sign it with the key that signs your commits. With an SSH key:",
    `  ssh-keygen -Y sign -n ${CHALLENGE_NAMESPACE} -f ~/.ssh/id_ed25519 ${file}`,
    `  azora link sign ${file} --signature ${file}.sig --repository https://…`,
    "or with GnuPG:",
    `  gpg --armor --detach-sign ${file}`,
    "  gpg --armor --export you@example.org > key.asc",
    `  azora link sign ${file} --signature ${file}.asc --public-key key.asc --repository https://…`,
  ];
}
