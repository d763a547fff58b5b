import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import {
  type Address,
  createWalletClient,
  defineChain,
  encodeFunctionData,
  type Hex,
  http,
  type LocalAccount,
  numberToHex,
  parseAbi,
} from "viem";
import { z } from "zod";

/** A wallet in the page that signs with accounts of this process. What it is asked for goes over a bridge. */
export interface InjectedWallet {
  /** Declines whatever is to be signed from now on, or no longer. */
  setDeclining(isDeclining: boolean): void;
  /** Goes to another chain by itself, as its owner could. */
  setChain(chainId: number): Promise<void>;
  /** What it was asked to sign or to do, in order. */
  readonly asked: readonly string[];
  /** As the owner of an account that is a contract: executes the oldest of what it was handed. */
  execute(): Promise<void>;
}

export interface WalletOptions {
  readonly name: string;
  readonly account: LocalAccount;
  readonly rpcUrl: string;
  readonly chainId: number;
  /** The account is this contract, which the other owns: it only does what it was asked once that is executed. */
  readonly safe?: Address;
  /** A contract whose code the account borrows to do several calls as one (EIP-5792, EIP-7702). */
  readonly together?: Address;
  /** How long its owner looks at what is asked for before agreeing; not at all unless said. */
  readonly pauseMs?: number;
}

interface Call {
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
}

/** Of the contract that stands for a Safe here. */
const SAFE = parseAbi([
  "struct Call { address to; uint256 value; bytes data; }",
  "function execute(bytes32 txHash, Call[] calls)",
]);

const hex = z.templateLiteral(["0x", z.string()]);
const transaction = z.object({
  to: hex,
  data: hex.optional(),
  input: hex.optional(),
  value: hex.optional(),
  gas: hex.optional(),
});
const calls = z.object({
  atomicRequired: z.boolean(),
  calls: z.array(transaction),
});
const receipt = z.looseObject({ status: hex });
const typedData = z.object({
  domain: z.record(z.string(), z.unknown()),
  types: z.record(z.string(), z.array(z.object({ name: z.string(), type: z.string() }))),
  primaryType: z.string(),
  message: z.record(z.string(), z.unknown()),
});

const rpcAnswer = z.object({
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** As EIP-1193 has it; codes travel over the bridge, for an error's fields would not. */
type Answer = { result: unknown } | { error: { code: number; message: string } };

const DECLINED = { error: { code: 4_001, message: "User rejected the request." } };
const UNSUPPORTED = { error: { code: 4_200, message: "Unsupported method." } };
const UNKNOWN_CALLS = { error: { code: 5_730, message: "Unknown bundle id." } };
const UNKNOWN_CHAIN = { error: { code: 4_902, message: "Unrecognized chain." } };

/** Announces a wallet by EIP-6963 in every page of a context. Call it before the first page is opened. */
export async function injectWallet(context: BrowserContext, options: WalletOptions): Promise<InjectedWallet> {
  const { account, rpcUrl, name } = options;
  const home = options.chainId;
  let chainId = home;
  let isDeclining = false;
  let isShared = false;
  const asked: string[] = [];
  const address = options.safe ?? account.address;
  /** What waits for the owner of a contract. */
  const waiting: { id: Hex; calls: readonly Call[] }[] = [];
  /** The transactions of what was done as one. */
  const done = new Map<string, Hex>();
  const chain = defineChain({
    id: home,
    name: "Under test",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const signer = createWalletClient({ account, chain, transport: http(rpcUrl) });

  async function sign(method: string, params: unknown): Promise<Answer> {
    asked.push(method);
    await sleep(options.pauseMs ?? 0);
    if (isDeclining) return DECLINED;
    switch (method) {
      case "eth_sendTransaction": {
        const [asked] = z.tuple([transaction]).parse(params);
        if (options.safe !== undefined) return { result: hold([callOf(asked)]) };
        const { to, data, input, value = "0x0", gas } = asked;
        const payload = data ?? input ?? "0x";
        const limit = gas === undefined ? {} : { gas: BigInt(gas) };
        const hash = await signer.sendTransaction({ to, data: payload, value: BigInt(value), ...limit });
        return { result: hash };
      }
      case "wallet_sendCalls": {
        const [{ calls: all }] = z.tuple([calls]).parse(params);
        if (options.safe !== undefined) return { result: { id: hold(all.map(callOf)) } };
        const id = randomId();
        done.set(id, await executeAs(account.address, id, all.map(callOf)));
        return { result: { id } };
      }
      case "personal_sign": {
        const [raw] = z.tuple([hex], z.unknown()).parse(params);
        return { result: await account.signMessage({ message: { raw } }) };
      }
      default: {
        const [, text] = z.tuple([hex, z.string()]).parse(params);
        return { result: await account.signTypedData(typedData.parse(JSON.parse(text))) };
      }
    }
  }

  /** A contract's account acts when its owner executes it, and says by which hash of its own it will know it. */
  function hold(all: readonly Call[]): Hex {
    const id = randomId();
    waiting.push({ id, calls: all });
    return id;
  }

  /** The account itself, with borrowed code, or the contract that it owns. */
  async function executeAs(who: Address, id: Hex, all: readonly Call[]): Promise<Hex> {
    const data = encodeFunctionData({ abi: SAFE, functionName: "execute", args: [id, all] });
    const gas = 5_000_000n;
    if (who !== account.address || options.together === undefined)
      return signer.sendTransaction({ to: who, data, gas });
    const contractAddress = options.together;
    const lent = await signer.signAuthorization({ contractAddress, executor: "self" });
    return signer.sendTransaction({ to: who, data, gas, authorizationList: [lent] });
  }

  async function statusOf(id: string): Promise<Answer> {
    if (waiting.some((call) => call.id === id)) return { result: statusAs(id, 100, []) };
    const hash = done.get(id);
    if (hash === undefined) return UNKNOWN_CALLS;
    const found = receipt.nullable().parse(await forward("eth_getTransactionReceipt", [hash]));
    if (found === null) return { result: statusAs(id, 100, []) };
    return { result: statusAs(id, found.status === "0x1" ? 200 : 500, [found]) };
  }

  const statusAs = (id: string, status: number, receipts: readonly unknown[]) => ({
    ...{ version: "2.0.0", id, chainId: numberToHex(home), atomic: true, status, receipts },
  });

  function goTo(params: unknown): Answer {
    const [{ chainId: wanted }] = z.tuple([z.object({ chainId: hex })]).parse(params);
    asked.push("wallet_switchEthereumChain");
    if (isDeclining) return DECLINED;
    if (Number(wanted) !== home) return UNKNOWN_CHAIN;
    chainId = home;
    return { result: null };
  }

  async function answer(method: string, params: unknown): Promise<Answer> {
    switch (method) {
      case "eth_requestAccounts":
        await sleep(options.pauseMs ?? 0);
        if (isDeclining) return DECLINED;
        isShared = true;
        return { result: [address] };
      case "eth_accounts":
        return { result: isShared ? [address] : [] };
      case "wallet_getCapabilities":
        if (options.together === undefined) return UNSUPPORTED;
        return { result: { [numberToHex(home)]: { atomic: { status: "supported" } } } };
      case "wallet_getCallsStatus":
        return statusOf(z.tuple([z.string()]).parse(params)[0]);
      case "wallet_requestPermissions":
        return UNSUPPORTED;
      case "eth_chainId":
        return { result: numberToHex(chainId) };
      case "wallet_switchEthereumChain":
        return goTo(params);
      case "eth_sendTransaction":
      case "wallet_sendCalls":
      case "personal_sign":
      case "eth_signTypedData_v4":
        return sign(method, params);
      default:
        return { result: await forward(method, params) };
    }
  }

  async function forward(method: string, params: unknown): Promise<unknown> {
    const body = { jsonrpc: "2.0", id: 1, method, params };
    const headers = { "content-type": "application/json" };
    const response = await fetch(rpcUrl, { method: "POST", headers, body: JSON.stringify(body) });
    const { result, error } = rpcAnswer.parse(await response.json());
    if (error !== undefined) throw new Error(error.message);
    return result;
  }

  await context.exposeFunction(
    "azoraTestWallet",
    async (method: string, params: unknown): Promise<Answer> => {
      try {
        return await answer(method, params);
      } catch (error) {
        return { error: { code: -32_603, message: error instanceof Error ? error.message : String(error) } };
      }
    },
  );
  await context.addInitScript(announce, { uuid: randomUUID(), name });

  return {
    setDeclining(next) {
      isDeclining = next;
    },
    async setChain(next) {
      chainId = next;
      const event = { name: "chainChanged", detail: numberToHex(next) };
      for (const page of context.pages()) await page.evaluate(emit, event);
    },
    asked,
    async execute() {
      const [next] = waiting;
      if (next === undefined || options.safe === undefined) throw new Error("Nothing waits to be executed.");
      done.set(next.id, await executeAs(options.safe, next.id, next.calls));
      waiting.shift();
    },
  };
}

const randomId = (): Hex => `0x${randomBytes(32).toString("hex")}`;

function callOf({ to, data, input, value = "0x0" }: z.infer<typeof transaction>): Call {
  return { to, data: data ?? input ?? "0x", value: BigInt(value) };
}

/** Runs in the page. */
function announce({ uuid, name }: { uuid: string; name: string }): void {
  type Listener = (detail: unknown) => void;
  const page: EventTarget = Reflect.get(globalThis, "window");
  const listeners = new Map<string, Set<Listener>>();
  const bridge: (method: string, params: unknown) => Promise<Answer> = Reflect.get(
    globalThis,
    "azoraTestWallet",
  );
  const provider = {
    async request({ method, params }: { method: string; params?: unknown }) {
      const found = await bridge(method, params);
      if ("error" in found) throw Object.assign(new Error(found.error.message), found.error);
      if (method === "wallet_switchEthereumChain") {
        const chainId = await provider.request({ method: "eth_chainId" });
        for (const listener of listeners.get("chainChanged") ?? []) listener(chainId);
      }
      return found.result;
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener);
    },
  };
  const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#0e7490"/></svg>')}`;
  const info = Object.freeze({ uuid, name, icon, rdns: "org.azora.test" });
  const tell = () =>
    page.dispatchEvent(
      new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }),
    );
  page.addEventListener("eip6963:requestProvider", tell);
  page.addEventListener("azora-test-wallet", (event) => {
    if (!(event instanceof CustomEvent)) return;
    for (const listener of listeners.get(event.detail.name) ?? []) listener(event.detail.detail);
  });
  tell();
}

/** Runs in the page. */
function emit(detail: { name: string; detail: string }): void {
  const page: EventTarget = Reflect.get(globalThis, "window");
  page.dispatchEvent(new CustomEvent("azora-test-wallet", { detail }));
}
