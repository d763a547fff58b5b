import { isLocalChain } from "@azora/sdk";
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { createRouter } from "../../http/router.ts";
import { networkSchema } from "./schema.ts";

const get = createRoute({
  method: "get",
  path: "/v1/network",
  operationId: "getNetwork",
  tags: ["Protocol"],
  summary: "Where the contracts are, for programs that speak with the chain themselves",
  responses: {
    200: { description: "The network.", content: { "application/json": { schema: networkSchema } } },
  },
});

export const networkRoutes = ({ deployment, publicRpcUrl }: Context) => {
  const { chainId, genesis, block, addresses } = deployment;
  const network = {
    chainId,
    local: isLocalChain(chainId),
    rpcUrl: publicRpcUrl,
    genesis,
    block,
    addresses: { ...addresses },
  };
  return createRouter().openapi(get, (c) => c.json(network, 200));
};
