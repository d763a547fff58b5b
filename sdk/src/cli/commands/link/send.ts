import { type Address, type Hex, isHex, parseEventLogs } from "viem";
import { linkCall } from "../../../calls.ts";
import { attributionRegistryAbi } from "../../../generated/abis.ts";
import { identityNode } from "../../../node.ts";
import { claimId, wishOf } from "../../../proofs/claim.ts";
import { confirm } from "../../confirm.ts";
import { type Context, estimate, send as sendCall } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import { when } from "../../times.ts";
import type { ApiFlags } from "../link.ts";
import { apisOf, claimAt } from "./apis.ts";
import { readClaimFile } from "./files.ts";

export async function send(context: Context, file: string, flags: ApiFlags): Promise<void> {
  const { app, output } = context;
  const claim = readClaimFile(app, file);
  const { identity, account, deadline } = wishOf(claim);
  const chain = await context.chain();
  const signer = context.signer(chain);
  const attestations = new Map<Address, Hex>();
  for (const { api } of apisOf(chain.network, flags)) {
    const stored = await claimAt(api, claimId(claim));
    for (const { attestor, signature } of stored?.verdicts ?? [])
      if (signature !== null && isHex(signature)) attestations.set(attestor as Address, signature);
  }
  if (attestations.size === 0)
    throw new RefusedError(
      "No attestor has attested this claim yet. Hand it over with azora link submit first.",
    );
  const { addresses } = chain.network.deployment;
  const wish = { identity: identityNode(identity), account, deadline: BigInt(deadline) };
  const call = linkCall(
    addresses,
    wish,
    [...attestations].map(([attestor, signature]) => ({ attestor, signature })),
  );
  // Tried first: a refusal, such as too few attestations, costs nothing then.
  await estimate(chain, signer, call);
  const by = attestations.size === 1 ? "1 attestor" : `${attestations.size} attestors`;
  await confirm(
    app,
    `Propose, for good, that ${identity} belongs to ${account}, on the word of ${by}?`,
    flags.yes ?? false,
  );
  const { transactionHash, blockNumber, logs } = await sendCall(chain, signer, call, context);
  const [event] = parseEventLogs({ abi: attributionRegistryAbi, eventName: "LinkProposed", logs });
  const effectiveAt = BigInt(event?.args.effectiveAt ?? 0);
  const { timestamp } = await chain.client.getBlock({ blockNumber });
  output.result(
    { identity, account, attestors: [...attestations.keys()], effectiveAt, transactionHash, blockNumber },
    `Proposed that ${identity} belongs to ${account}. It takes effect ${when(effectiveAt, timestamp)}, unless an attestor vetoes.`,
  );
}
