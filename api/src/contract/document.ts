import { createDeployment } from "@azora/sdk";
import { Pool } from "pg";
import { createPublicClient, http } from "viem";
import { createApp } from "../app.ts";
import { createContext } from "../context.ts";

const INFO = {
  title: "Azora",
  version: "1",
  description:
    "What the index knows of Azora, and evidence by its hash. Every read is one snapshot of the index and says as of which block; `minBlock` waits for one. Amounts are in wei, weights in parts per million, times in seconds of the chain's clock.",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
};

/** OpenAPI 3.1 of all routes, from the schemas that check them. */
export function describeRoutes(app: ReturnType<typeof createApp>) {
  return app.getOpenAPI31Document({ openapi: "3.1.0", info: INFO });
}

/** The document as it is committed in api/openapi.json. Nothing is connected to: the routes are described, not asked. */
export function openApiJson(): string {
  const zero = "0x0000000000000000000000000000000000000001";
  const context = createContext({
    deployment: createDeployment({ chainId: 1, genesis: zero, block: 0 }),
    publicRpcUrl: null,
    chain: createPublicClient({ transport: http("http://127.0.0.1:1") }),
    pool: new Pool(),
    schemas: { index: "azora", api: "azora_api" },
    limits: { totalBytes: 0, retention: 0 },
  });
  return `${JSON.stringify(describeRoutes(createApp(context)), null, 2)}\n`;
}
