import { createDeployment } from "@azora/sdk";
import { Pool } from "pg";
import { createPublicClient, http } from "viem";
import { createApp } from "../app.ts";
import { UNLIMITED } from "../callers/CallerLimits.ts";
import { createContext } from "../context.ts";
import { describeRoutes } from "./describe.ts";

/** Nowhere: the routes are described, not asked. */
const context = () =>
  createContext({
    deployment: createDeployment({
      chainId: 1,
      genesis: "0x0000000000000000000000000000000000000001",
      block: 0,
    }),
    publicRpcUrl: null,
    chain: createPublicClient({ transport: http("http://127.0.0.1:1") }),
    pool: new Pool(),
    schemas: { index: "azora", api: "azora_api" },
    databaseUrl: "",
    limits: { totalBytes: 0, retention: 0 },
    callers: UNLIMITED,
    streams: 0,
    answerBytes: 0,
  });

/** The OpenAPI document as it is committed. */
export const openApiJson = (): string => `${JSON.stringify(describeRoutes(createApp(context())), null, 2)}\n`;
