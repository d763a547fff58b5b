import { NotLocalChainError } from "@azora/sdk";
import { expect } from "chai";
import { type Address, zeroAddress } from "viem";
import { foundry } from "viem/chains";
import { createConfig, createStorage, http } from "wagmi";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { burnerConnector } from "./connector.ts";
import { type Faucet, fund } from "./faucet.ts";
import { forgetBurner, openBurner, readBurner, readBurnerKey } from "./key.ts";

function faucetOf(chainId: number, balance = 0n) {
  const given: [Address, bigint][] = [];
  const faucet = {
    getChainId: async () => chainId,
    getBalance: async () => balance,
    setBalance: async ({ address, value }: { address: Address; value: bigint }) => {
      given.push([address, value]);
    },
  } as unknown as Faucet;
  return { faucet, given };
}

const reasonOf = (promise: Promise<unknown>) =>
  promise.then(() => undefined).catch((error: unknown) => error);

describe("the burner account's key", () => {
  it("is made once, kept, shown and forgotten", () => {
    const storage = memoryStorage();
    expect(readBurner(storage)).to.equal(undefined);
    const { address } = openBurner(storage);
    expect(openBurner(storage).address).to.equal(address);
    expect(readBurnerKey(storage)).to.match(/^0x[0-9a-f]{64}$/);
    forgetBurner(storage);
    expect(readBurner(storage)).to.equal(undefined);
    expect(openBurner(storage).address).to.not.equal(address);
  });
});

describe("the faucet", () => {
  it("fills an account on a local chain, and leaves one alone that has enough", async () => {
    const empty = faucetOf(31_337);
    await fund(empty.faucet, zeroAddress);
    expect(empty.given).to.deep.equal([[zeroAddress, 10n ** 19n]]);
    const full = faucetOf(31_337, 10n ** 18n);
    await fund(full.faucet, zeroAddress);
    expect(full.given).to.deep.equal([]);
  });

  it("asks no other chain for anything", async () => {
    for (const chainId of [1, 11_155_111]) {
      const { faucet, given } = faucetOf(chainId);
      expect(await reasonOf(fund(faucet, zeroAddress))).to.be.instanceOf(NotLocalChainError);
      expect(given).to.deep.equal([]);
    }
  });
});

describe("the burner connector", () => {
  const { fetch } = globalThis;
  let asked: string[];
  let chainId: string;

  beforeEach(() => {
    asked = [];
    chainId = "0x7a69";
    globalThis.fetch = async (_, init) => {
      const { id, method }: { id: number; method: string } = JSON.parse(String(init?.body));
      asked.push(method);
      const result = method === "eth_chainId" ? chainId : method === "eth_getBalance" ? "0x0" : null;
      return Response.json({ jsonrpc: "2.0", id, result });
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  function connectorOn(storage: Storage) {
    // As a careless operator could set it: everything says that the chain is local.
    const chain = { ...foundry, id: 31_337 };
    const create = burnerConnector({ name: "Burner", chain, rpcUrl: "http://127.0.0.1:1", storage });
    const config = createConfig({
      chains: [chain],
      connectors: [create],
      transports: { [chain.id]: http("http://127.0.0.1:1") },
      storage: createStorage({ storage }),
      multiInjectedProviderDiscovery: false,
    });
    const [connector] = config.connectors;
    if (connector === undefined) throw new Error("The connector is missing.");
    return connector;
  }

  it("connects with a funded account of its own", async () => {
    const storage = memoryStorage();
    const { accounts } = await connectorOn(storage).connect();
    expect(accounts).to.deep.equal([readBurner(storage)?.address]);
    expect(asked).to.deep.equal(["eth_chainId", "eth_chainId", "eth_getBalance", "anvil_setBalance"]);
  });

  it("makes no key, sets no balance and signs nothing when the node says that its chain is another", async () => {
    chainId = "0x1";
    const storage = memoryStorage();
    const connector = connectorOn(storage);
    expect(await reasonOf(connector.connect())).to.be.instanceOf(NotLocalChainError);
    expect(readBurner(storage)).to.equal(undefined);
    openBurner(storage);
    expect(await reasonOf(connector.getClient?.() ?? Promise.resolve())).to.be.instanceOf(NotLocalChainError);
    expect(new Set(asked)).to.deep.equal(new Set(["eth_chainId"]));
  });
});
