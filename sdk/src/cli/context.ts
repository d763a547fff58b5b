import type { Command } from "commander";
import type { Hash, LocalAccount, TransactionReceipt } from "viem";
import { connectWallet } from "../connect.ts";
import { explain } from "../errors/explain.ts";
import { createFollower, type View } from "../view/index.ts";
import { signerOf } from "./account.ts";
import type { App } from "./app.ts";
import { type OpenChain, openChain } from "./chain.ts";
import { RefusedError } from "./exit.ts";
import type { Globals } from "./globals.ts";
import { createOutput, type Output } from "./output.ts";

/** A transaction to send, encoded. */
export interface Call {
  to: `0x${string}`;
  data: `0x${string}`;
  value?: bigint;
}

/** What a command works with. */
export interface Context {
  app: App;
  output: Output;
  chain(): Promise<OpenChain>;
  signer(chain: OpenChain, fallback?: "practice:registrant"): LocalAccount;
}

export function contextOf(app: App, command: Command): Context {
  const globals = command.optsWithGlobals<Globals>();
  const output = createOutput(app, { json: globals.json ?? false, quiet: globals.quiet ?? false });
  return {
    app,
    output,
    chain: () => openChain(app, globals),
    signer: ({ network }, fallback) => signerOf(app, globals, network.deployment.chainId, output, fallback),
  };
}

/** The protocol's state, from all its logs. */
export async function readView({ client, network }: OpenChain, output: Output): Promise<View> {
  output.update("Reading the chain's logs.");
  const view = await createFollower(client, network.deployment).refresh();
  output.end();
  return view;
}

/** Tries a call without sending it, and gives its gas. @throws AzoraError with the reason of a refusal */
export async function estimate({ client }: OpenChain, account: LocalAccount, call: Call): Promise<bigint> {
  try {
    return await client.estimateGas({ account, ...call });
  } catch (error) {
    throw explain(error);
  }
}

/** Sends a call that was tried before, and waits until it is mined. */
export async function send(
  chain: OpenChain,
  account: LocalAccount,
  call: Call,
  { app, output }: Context,
): Promise<TransactionReceipt> {
  const gas = await estimate(chain, account, call);
  app.signal.throwIfAborted();
  const hash = await connectWallet(chain.network, account).sendTransaction({ ...call, gas: (gas * 5n) / 4n });
  return awaitReceipt(chain, hash, output);
}

async function awaitReceipt({ client }: OpenChain, hash: Hash, output: Output): Promise<TransactionReceipt> {
  output.update(`Sent ${hash}; waiting for its block.`);
  const receipt = await client.waitForTransactionReceipt({ hash });
  output.end();
  if (receipt.status === "success") return receipt;
  throw new RefusedError(
    `The transaction ${hash} was reverted, though it could have succeeded a block before. Nothing was changed; try again.`,
  );
}
