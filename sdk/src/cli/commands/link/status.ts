import { type Api, unwrap } from "../../../api/index.ts";
import { attributionRegistryAbi } from "../../../generated/abis.ts";
import { parsePerson, personNode } from "../../../people.ts";
import type { Context } from "../../context.ts";
import { when } from "../../times.ts";
import type { ApiFlags } from "../link.ts";
import { apisOf, type StoredClaim, said, verdictLines } from "./apis.ts";

export async function status(context: Context, text: string, flags: ApiFlags): Promise<void> {
  const identity = parsePerson(text);
  const node = personNode(identity);
  const { client, network } = await context.chain();
  const { timestamp } = await client.getBlock();
  const [account, effectiveAt, nonce] = await client.readContract({
    address: network.deployment.addresses.attributionRegistry,
    abi: attributionRegistryAbi,
    functionName: "linkOf",
    args: [node],
  });
  const claims: StoredClaim[] = [];
  for (const { api } of apisOf(network, flags)) claims.push(...(await claimsOf(api, node)));
  const isLinked = BigInt(account) !== 0n;
  const link = isLinked ? { account, effectiveAt: BigInt(effectiveAt) } : null;
  const state = !isLinked
    ? `not linked; ${nonce} vetoes so far`
    : BigInt(effectiveAt) <= timestamp
      ? `linked to ${account}`
      : `to be linked to ${account}, ${when(BigInt(effectiveAt), timestamp)}`;
  context.output.result(
    { identity, node, link, nonce, claims },
    [`${identity} is ${state}.`, ...claims.flatMap((claim) => claimLines(claim))].join("\n"),
  );
}

const claimsOf = async (api: Api, identity: string): Promise<StoredClaim[]> => {
  const asked = unwrap(api.GET("/v1/claims", { params: { query: { identity } } }));
  return (
    await asked.catch((error) => {
      throw said(error);
    })
  ).items;
};

const claimLines = ({ id, account, nonce, kind, verdicts }: StoredClaim): string[] => [
  `Claimed for ${account} by ${kind}, nonce ${nonce} (${id}):`,
  ...(verdicts.length === 0 ? ["  no attestor has looked at it yet"] : verdictLines(verdicts)),
];
