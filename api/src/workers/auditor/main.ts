import { createPool } from "../../database/pools.ts";
import { runWorker } from "../worker.ts";
import { Auditor } from "./Auditor.ts";

const { DATABASE_URL, INDEX_SCHEMA, API_SCHEMA } = process.env;

await runWorker("auditor", async ({ deployment }, chain, signal) => {
  if (!DATABASE_URL)
    throw new Error("The auditor needs DATABASE_URL: the database of the index, as the API's role.");
  const schemas = { index: INDEX_SCHEMA || "azora", api: API_SCHEMA || "azora_api" };
  const pool = createPool(DATABASE_URL, schemas);
  signal.addEventListener("abort", () => pool.end(), { once: true });
  const auditor = new Auditor({ chain, deployment, pool });
  return () => auditor.pass();
});
