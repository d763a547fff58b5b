import type { Command } from "commander";
import { type Address, erc20Abi, type LocalAccount, parseUnits } from "viem";
import { explain } from "../../errors/explain.ts";
import { split } from "../../model/split.ts";
import { approveCall, rewardCall } from "../../moneyCalls.ts";
import { formatAmount } from "../../units.ts";
import type { App } from "../app.ts";
import type { OpenChain } from "../chain.ts";
import { confirm } from "../confirm.ts";
import { type Context, contextOf, readView, send } from "../context.ts";
import { RefusedError, UsageError } from "../exit.ts";
import { findWork } from "../find.ts";
import { parseAddress } from "../parse.ts";
import { plural, table } from "../table.ts";

interface RewardFlags {
  token?: string;
  amount: string;
  yes?: boolean;
}

export function addReward(program: Command, app: App): void {
  program
    .command("reward <contribution>")
    .description(
      "Pays a token to an accepted work: 90% to its people and what it stands on, 10% to the commons.",
    )
    .requiredOption("--amount <number>", "how much, such as 12.5")
    .option("--token <address>", "an ERC-20 token (default: AZR)")
    .option("-y, --yes", "send without asking")
    .action((contribution: string, flags: RewardFlags, own: Command) =>
      reward(contextOf(app, own), contribution, flags),
    );
}

async function reward(context: Context, text: string, flags: RewardFlags): Promise<void> {
  const { app, output } = context;
  const given = flags.token === undefined ? undefined : parseAddress("--token", flags.token);
  const chain = await context.chain();
  const account = context.signer(chain);
  const { addresses } = chain.network.deployment;
  const token = await describe(chain, given ?? addresses.azoraToken, account.address);
  const amount = amountOf(flags.amount, token.decimals);
  const show = (value: bigint) => `${formatAmount(value, token.decimals)} ${token.symbol}`;
  if (token.balance < amount)
    throw new RefusedError(
      `${account.address} has ${show(token.balance)}, which is less than ${show(amount)}.`,
    );
  const { contribution, attribution } = findWork(await readView(chain, output), text);
  const { citadel, people } = split(amount);
  const credited = plural(attribution.contributors.length, "contributor");
  const cited = plural(attribution.upstream.length, "work");
  output.say(
    table([
      ["contribution", contribution],
      ["token", `${token.symbol} (${token.address})`],
      ["to people", `${show(people)}, by the shares of ${credited} and ${cited} that it stands on`],
      ["to the commons", show(citadel)],
    ]),
  );
  await confirm(app, `Pay ${show(amount)} to it?`, flags.yes ?? false);
  await allow(context, chain, account, token, amount);
  const call = rewardCall(addresses, token.address, contribution, amount, attribution);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  output.result(
    { contribution, token: token.address, amount, people, citadel, transactionHash, blockNumber },
    `Paid ${show(amount)} to ${contribution} in block ${blockNumber}.`,
  );
}

interface Token {
  address: Address;
  symbol: string;
  decimals: number;
  balance: bigint;
}

async function describe({ client }: OpenChain, address: Address, owner: Address): Promise<Token> {
  const token = { address, abi: erc20Abi } as const;
  try {
    const [symbol, decimals, balance] = await Promise.all([
      client.readContract({ ...token, functionName: "symbol" }),
      client.readContract({ ...token, functionName: "decimals" }),
      client.readContract({ ...token, functionName: "balanceOf", args: [owner] }),
    ]);
    return { address, symbol, decimals, balance };
  } catch (error) {
    const { name } = explain(error);
    if (name === "NoConnection") throw error;
    throw new RefusedError(`At ${address} there is no ERC-20 token that says its symbol and its decimals.`, {
      cause: error,
    });
  }
}

function amountOf(text: string, decimals: number): bigint {
  if (!new RegExp(`^\\d+(\\.\\d{1,${Math.max(decimals, 1)}})?$`).test(text))
    throw new UsageError(
      `--amount must be an amount such as 12.5, with ${plural(decimals, "decimal")} at most; it is "${text}".`,
    );
  const amount = parseUnits(text, decimals);
  if (amount === 0n) throw new UsageError("--amount must be more than nothing.");
  return amount;
}

/** Lets the ledger take the amount and no more, unless it may already. */
async function allow(
  context: Context,
  chain: OpenChain,
  account: LocalAccount,
  token: Token,
  amount: bigint,
): Promise<void> {
  const { addresses } = chain.network.deployment;
  const args = [account.address, addresses.rewardLedger] as const;
  const read = { address: token.address, abi: erc20Abi, functionName: "allowance", args } as const;
  if ((await chain.client.readContract(read)) >= amount) return;
  context.output.say(`Allowing the reward ledger to take it, and no more.`);
  await send(chain, account, approveCall(addresses, token.address, amount), context);
}
