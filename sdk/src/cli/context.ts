import type { Command } from "commander";
import type { LocalAccount, TransactionReceipt } from "viem";
import { connectWallet } from "../connect.ts";
import { explain } from "../errors/explain.ts";
import { requireSuccess, type TransactionCall, transact } from "../transact.ts";
import { createFollower, type View } from "../view/index.ts";
import { signerOf } from "./account.ts";
import type { App } from "./app.ts";
import { type OpenChain, openChain } from "./chain.ts";
import type { Globals } from "./globals.ts";
import { createOutput, type Output } from "./output.ts";

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
export async function estimate(
  { client }: OpenChain,
  account: LocalAccount,
  call: TransactionCall,
): Promise<bigint> {
  try {
    return await client.estimateGas({ account, ...call });
  } catch (error) {
    throw explain(error);
  }
}

/** Sends a call and waits until it is mined. @throws AzoraError, nothing sent, if it would be refused */
export async function send(
  { client, network }: OpenChain,
  account: LocalAccount,
  call: TransactionCall,
  { app, output }: Context,
): Promise<TransactionReceipt> {
  app.signal.throwIfAborted();
  const hash = await transact(client, connectWallet(network, account), call).catch((error) => {
    throw explain(error);
  });
  output.update(`Sent ${hash}; waiting for its block.`);
  const receipt = await requireSuccess(client, hash);
  output.end();
  return receipt;
}
