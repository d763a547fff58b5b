import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { type Address, createTestClient, http, type LocalAccount, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { type Look, openTab, type Tab } from "./browser.ts";
import type { Stack } from "./stack.ts";
import { type InjectedWallet, injectWallet, type WalletOptions } from "./wallet.ts";

const WALLET = "Test Wallet";

/** Somebody at a browser, with a wallet that signs. */
export interface Person {
  /** What signs. */
  readonly account: LocalAccount;
  /** Whom the page sees: the same, or a contract that it owns. */
  readonly address: Address;
  readonly page: Page;
  readonly wallet: InjectedWallet;
  readonly tab: Tab;
}

/** An account that nobody had before, with ETH to begin with. */
export async function freshAccount({ rpcUrl }: Stack): Promise<LocalAccount> {
  const account = privateKeyToAccount(generatePrivateKey());
  const node = createTestClient({ mode: "anvil", transport: http(rpcUrl) });
  await node.setBalance({ address: account.address, value: parseEther("5") });
  return account;
}

export async function openPerson(
  browser: Browser,
  stack: Pick<Stack, "webUrl" | "rpcUrl" | "deployment">,
  account: LocalAccount,
  { look, ...more }: Pick<WalletOptions, "safe" | "together" | "pauseMs"> & { look?: Look } = {},
): Promise<Person> {
  const tab = await openTab(browser, stack.webUrl, look);
  const { chainId } = stack.deployment;
  const own = { name: WALLET, account, rpcUrl: stack.rpcUrl, chainId };
  const wallet = await injectWallet(tab.context, { ...own, ...more });
  return { account, address: more.safe ?? account.address, page: tab.page, wallet, tab };
}

/** Connects through the button that stands in the page, as its visitors do. */
export async function connect(
  { page, address }: Person,
  button = page.getByRole("main").getByRole("button", { name: "Connect" }),
) {
  await button.click();
  await page.getByRole("dialog").getByRole("button", { name: WALLET }).click();
  await seenConnected({ page, address });
}

/** A page that was opened anew finds the account again by itself, a moment later. */
export async function seenConnected({ page, address }: Pick<Person, "page" | "address">): Promise<void> {
  const shown = `${address.slice(0, 6)}…${address.slice(-4)}`;
  await page.getByRole("banner").getByRole("button", { name: shown }).waitFor();
}

/** No error was thrown in the page, and none was written to its console. */
export function expectNoTroubles({ tab }: Person): void {
  expect(tab.troubles).to.deep.equal([]);
}
