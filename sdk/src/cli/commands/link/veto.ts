import { vetoCall } from "../../../calls.ts";
import { attributionRegistryAbi } from "../../../generated/abis.ts";
import { parsePerson, personNode } from "../../../people.ts";
import { confirm } from "../../confirm.ts";
import { type Context, estimate, send } from "../../context.ts";
import type { ApiFlags } from "../link.ts";

export async function veto(context: Context, text: string, flags: ApiFlags): Promise<void> {
  const { app, output } = context;
  const identity = parsePerson(text);
  const node = personNode(identity);
  const chain = await context.chain();
  const signer = context.signer(chain);
  const { addresses } = chain.network.deployment;
  const [account] = await chain.client.readContract({
    address: addresses.attributionRegistry,
    abi: attributionRegistryAbi,
    functionName: "linkOf",
    args: [node],
  });
  const call = vetoCall(addresses, node);
  await estimate(chain, signer, call);
  await confirm(app, `Veto the link of ${identity} to ${account}?`, flags.yes ?? false);
  const { transactionHash, blockNumber } = await send(chain, signer, call, context);
  output.result(
    { identity, account, transactionHash, blockNumber },
    `Vetoed the link of ${identity} to ${account}. Attestations made before are of no use any more.`,
  );
}
