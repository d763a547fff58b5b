import type { Network } from "#lib/api/types.ts";

/** Examples for this very network. A test reads them off the page and runs each as it stands. */
export interface Snippet {
  readonly id: "rest" | "graphql" | "client" | "chain" | "proof" | "follow";
  /** `sh` is typed into a terminal, `js` runs by Node 24 as it is, beside the package `@azora/sdk`. */
  readonly language: "sh" | "js";
  readonly code: string;
}

/** What a node stands for where the operator names none. */
const ANY_NODE = "https://node.example.org";

const nodeOf = ({ rpcUrl }: Network): string => rpcUrl ?? ANY_NODE;

export function snippetsFor(network: Network, apiUrl: string): Snippet[] {
  const { chainId, genesis, block } = network;
  const deployment = `createDeployment({
  chainId: ${chainId},
  genesis: "${genesis}",
  block: ${block},
})`;
  const node = nodeOf(network);
  return [
    {
      id: "rest",
      language: "sh",
      code: `curl "${apiUrl}/v1/contributions?limit=3&fields=number,title,phase"`,
    },
    {
      id: "graphql",
      language: "sh",
      code: `curl "${apiUrl}/graphql" -H "Content-Type: application/json" \\
  -d '{"query":"{ block { number } protocol { supply people } }"}'`,
    },
    {
      id: "client",
      language: "js",
      code: `import { createApi, unwrap } from "@azora/sdk/api";

const api = createApi("${apiUrl}");
const query = { phase: "Settled", limit: 5 };
const { items, block } = await unwrap(api.GET("/v1/contributions", { params: { query } }));
for (const { number, title, amount } of items) console.log(number, title, amount);
console.log(\`As of block \${block.number}.\`);`,
    },
    {
      id: "chain",
      language: "js",
      code: `import { azoraTokenAbi, connect, createDeployment, formatAzr } from "@azora/sdk";

const deployment = ${deployment};
const client = connect({ rpcUrl: "${node}", deployment });
const supply = await client.readContract({
  address: deployment.addresses.azoraToken,
  abi: azoraTokenAbi,
  functionName: "totalSupply",
});
console.log(formatAzr(supply));`,
    },
    {
      id: "proof",
      language: "js",
      code: `import { auditLedgerAbi, connect, createDeployment, hashLeaf, LeafKind, verifyInclusion } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";

const deployment = ${deployment};
const client = connect({ rpcUrl: "${node}", deployment });
// The size and the root come from the chain, in one call of one block.
const ledger = { address: deployment.addresses.auditLedger, abi: auditLedgerAbi };
const blockNumber = await client.getBlockNumber();
const [size] = await client.readContract({ ...ledger, functionName: "peaks", blockNumber });
const root = await client.readContract({ ...ledger, functionName: "root", blockNumber });

// The leaf and its path come from the API, which is not believed.
const path = { index: 0 };
const query = { size: Number(size), minBlock: Number(blockNumber) };
const api = createApi("${apiUrl}");
const proof = await unwrap(api.GET("/v1/ledger/{index}/proof", { params: { path, query } }));
const { index, timestamp, kind, ...leaf } = proof.record;
const hash = hashLeaf({ ...leaf, index: BigInt(index), timestamp: BigInt(timestamp), kind: LeafKind[kind] });
console.log(verifyInclusion(hash, index, Number(size), root, proof.path) ? "proven" : "not so");`,
    },
    {
      id: "follow",
      language: "js",
      code: `import { followEvents } from "@azora/sdk/api";

for await (const message of followEvents("${apiUrl}", ["head", "protocol"])) {
  if (message.type === "event") console.log(message.event.name);
  if (message.type !== "head") continue;
  console.log(\`The index has block \${message.block.number}.\`);
  break;
}`,
    },
  ];
}

/** What shows that everything holds, for somebody who trusts a node of their own and nothing else. */
export function verifyCommands(network: Network, apiUrl: string): Record<"chain" | "api", string> {
  const { genesis, block } = network;
  const where = `--rpc ${nodeOf(network)} --genesis ${genesis} --block ${block}`;
  return {
    chain: `npx azora verify ${where}`,
    api: `npx azora verify --api ${apiUrl} --sample 5 ${where}`,
  };
}
