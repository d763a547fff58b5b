import { expect } from "chai";
import {
  type Address,
  createPublicClient,
  custom,
  decodeFunctionData,
  encodeAbiParameters,
  encodeErrorResult,
  encodeFunctionResult,
  type Hex,
  parseAbi,
} from "viem";
import { holesky, mainnet, sepolia } from "viem/chains";
import { hasEns } from "./chains.ts";
import { type EnsClient, ensClient, resolveName } from "./resolve.ts";

const alice: Address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const bob: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

const RESOLVER = parseAbi([
  "function reverseWithGateways(bytes reverseName, uint256 coinType, string[] gateways) view returns (string resolvedName, address resolver, address reverseResolver)",
  "function resolveWithGateways(bytes name, bytes data, string[] gateways) view returns (bytes result, address resolver)",
  "error ResolverNotFound(bytes name)",
  "error OffchainLookup(address sender, string[] urls, bytes callData, bytes4 callbackFunction, bytes extraData)",
]);

interface Claims {
  /** What the account says that it is called. */
  readonly reverse: string;
  /** Whom that name says that it belongs to. */
  readonly forward: Address;
}

/** Stands for the universal resolver: a node that knows nothing else. */
function nodeWith(claims: Claims | undefined, asked: string[] = []): EnsClient {
  const request = async ({ method, params }: { method: string; params: [{ to: Address; data: Hex }] }) => {
    expect([method, params[0].to]).to.deep.equal([
      "eth_call",
      mainnet.contracts.ensUniversalResolver.address,
    ]);
    const { functionName } = decodeFunctionData({ abi: RESOLVER, data: params[0].data });
    asked.push(functionName);
    if (claims === undefined) {
      const data = encodeErrorResult({ abi: RESOLVER, errorName: "ResolverNotFound", args: ["0x"] });
      throw Object.assign(new Error("execution reverted"), { code: 3, data });
    }
    return functionName === "reverseWithGateways"
      ? encodeFunctionResult({ abi: RESOLVER, functionName, result: [claims.reverse, alice, alice] })
      : encodeFunctionResult({
          ...{ abi: RESOLVER, functionName },
          result: [encodeAbiParameters([{ type: "address" }], [claims.forward]), alice],
        });
  };
  const client = createPublicClient({ chain: mainnet, transport: custom({ request }, { retryCount: 0 }) });
  return client as unknown as EnsClient;
}

describe("a name in ENS", () => {
  it("is there where it leads back to the account", async () => {
    const asked: string[] = [];
    const node = nodeWith({ reverse: "alice.eth", forward: alice }, asked);
    expect(await resolveName(node, alice)).to.equal("alice.eth");
    expect(asked).to.deep.equal(["reverseWithGateways", "resolveWithGateways"]);
  });

  it("is none where it belongs to somebody else, or nobody chose one", async () => {
    expect(await resolveName(nodeWith({ reverse: "alice.eth", forward: bob }), alice)).to.equal(undefined);
    expect(await resolveName(nodeWith({ reverse: "", forward: alice }), alice)).to.equal(undefined);
    expect(await resolveName(nodeWith(undefined), alice)).to.equal(undefined);
  });

  it("is none where it is written otherwise than ENS would, so that nothing passes for another", async () => {
    for (const reverse of ["Alice.eth", "аlice.eth", "alice\u200b.eth", "a b.eth"]) {
      const asked: string[] = [];
      expect(await resolveName(nodeWith({ reverse, forward: alice }, asked), alice), reverse).to.equal(
        undefined,
      );
      expect(asked).to.deep.equal(["reverseWithGateways"]);
    }
  });

  it("is looked for on chains that have ENS, and on no local one", () => {
    for (const { id, contracts } of [mainnet, sepolia, holesky]) {
      expect([hasEns(id), "ensUniversalResolver" in contracts]).to.deep.equal([true, true]);
      expect(ensClient(id, "http://127.0.0.1:1")?.chain.id).to.equal(id);
    }
    for (const id of [31_337, 1_337, 10, 8_453]) {
      expect([hasEns(id), ensClient(id, "http://127.0.0.1:1")]).to.deep.equal([false, undefined]);
    }
    expect(hasEns(undefined)).to.equal(false);
  });

  it("is not fetched from elsewhere, whatever its owner says", () => {
    expect(ensClient(1, "http://127.0.0.1:1")).to.have.property("ccipRead", false);
  });
});
