import { checkClaim } from "../../../proofs/checkClaim.ts";
import { fundingFile } from "../../../proofs/funding.ts";
import { gitSignature } from "../../../proofs/gitSignature.ts";
import { accountCheck, createTools } from "../../../proofs/tools.ts";
import { type Context, readView } from "../../context.ts";
import { readClaimFile } from "./files.ts";

export async function check(context: Context, file: string): Promise<void> {
  const { app, output } = context;
  const claim = readClaimFile(app, file);
  const chain = await context.chain();
  const view = await readView(chain, output);
  output.update("Reading what the claim names.");
  const tools = createTools({
    network: chain.network,
    view,
    mirror: app.env.AZORA_ATTESTOR_MIRROR || undefined,
    signal: app.signal,
  });
  const seen = await checkClaim(claim, [gitSignature, fundingFile], tools, accountCheck(chain.client));
  output.result(
    { identity: claim.identity, account: claim.account, proven: true, seen },
    ["The claim holds.", ...seen.map((sentence) => `  ${sentence}`)].join("\n"),
  );
}
