import path from "node:path";
import { isHex } from "viem";
import { linkChallenge } from "../../../proofs/challenge.ts";
import { type Claim, claimId, readClaim } from "../../../proofs/claim.ts";
import { repositoryUrl } from "../../../proofs/funding.ts";
import type { Context } from "../../context.ts";
import { RefusedError, UsageError } from "../../exit.ts";
import type { SignFlags } from "../link.ts";
import { readChallenge, readText, writeText } from "./files.ts";

export async function sign(context: Context, file: string, flags: SignFlags): Promise<void> {
  const { app, output } = context;
  const chain = await context.chain();
  const { deployment } = chain.network;
  const wish = readChallenge(app, file, deployment);
  const proof = proofOf(context, wish.identity, flags);
  const claim: Claim = readClaim({
    version: 1,
    chainId: deployment.chainId,
    registry: deployment.addresses.attributionRegistry,
    ...wish,
    accountSignature: await accountSignature(),
    proof,
  });
  writeText(app, flags.out, `${JSON.stringify(claim, null, 2)}\n`);
  const id = claimId(claim);
  output.result(
    { claim: id, file: flags.out, identity: claim.identity, account: claim.account, proof: claim.proof.kind },
    `Wrote the claim ${id} to ${flags.out}.\nCheck it with azora link check ${flags.out}, then hand it over with azora link submit ${flags.out}.`,
  );

  async function accountSignature(): Promise<string> {
    const given = flags.accountSignature;
    if (given !== undefined) {
      if (isHex(given)) return given;
      throw new UsageError("--account-signature must be a signature in hex.");
    }
    const signer = context.signer(chain);
    if (signer.address !== wish.account)
      throw new RefusedError(`The challenge is for ${wish.account}, and ${signer.address} would sign it.`);
    return signer.signMessage({ message: linkChallenge(deployment, wish) });
  }
}

function proofOf({ app }: Context, identity: string, flags: SignFlags): Claim["proof"] {
  if (repositoryUrl(identity) !== undefined) return { kind: "funding-json" };
  if (!identity.startsWith("git:")) throw new RefusedError(`No proof is known here for ${identity}.`);
  const { signature = [], publicKey = [], repository = [] } = flags;
  if (signature.length === 0)
    throw new UsageError("Give the challenge's signature: --signature FILE, as ssh-keygen or gpg wrote it.");
  if (repository.length === 0)
    throw new UsageError(
      "Say where the history with your signed commits is: --repository https://host/path.",
    );
  return {
    kind: "git-signature",
    repositories: repository.map((text) => whereOf(app.cwd, text)),
    signatures: signature.map((name) => readText(app, name)),
    publicKeys: publicKey.map((name) => readText(app, name)),
  };
}

/** `https://host/path`, or with a ref after `#`; or a folder, which attestors of local chains read. */
function whereOf(cwd: string, text: string): { url: string; ref: string } {
  const [place = "", ref = "HEAD"] = text.split("#");
  return { url: place.startsWith("https://") ? place : path.resolve(cwd, place), ref };
}
