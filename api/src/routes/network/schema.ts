import { z } from "@hono/zod-openapi";
import { address, blockNumber } from "../../http/fields.ts";

/** What a program needs to speak with the chain itself. */
export const networkSchema = z
  .object({
    chainId: z.int().min(1),
    local: z
      .boolean()
      .openapi({ description: "A chain of this machine, for practice: nothing on it has value." }),
    rpcUrl: z
      .url()
      .nullable()
      .openapi({ description: "A node that may be asked, if the operator names one." }),
    genesis: address,
    block: blockNumber.openapi({ description: "No log of the protocol is older." }),
    addresses: z.record(z.string(), address),
  })
  .openapi("Network");
