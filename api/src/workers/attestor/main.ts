import { connectWallet, isLocalChain, requireLocalChain } from "@azora/sdk";
import { practiceAttestor } from "@azora/sdk/practice";
import { fundingFile, gitSignature } from "@azora/sdk/proofs";
import { ClaimStore } from "../../claims/ClaimStore.ts";
import { createPool } from "../../database/pools.ts";
import { keyFrom } from "../key.ts";
import { runWorker } from "../worker.ts";
import { createAttestor } from "./attestor.ts";
import { attestorChain } from "./chain.ts";

const { DATABASE_URL, INDEX_SCHEMA, API_SCHEMA, AZORA_ATTESTOR_KEY, AZORA_ATTESTOR_MIRROR } = process.env;

/** People wait for it in minutes; each pass asks the node for what is new. */
const PERIOD_MS = 1_000;

await runWorker(
  "attestor",
  async (network, client, signal) => {
    const { deployment } = network;
    if (!DATABASE_URL)
      throw new Error("The attestor needs DATABASE_URL: the database in which the API keeps claims.");
    const isLocal = isLocalChain(deployment.chainId);
    // What is easier on a local chain must not be so on one whose network file pretends to be local.
    if (isLocal) await requireLocalChain(client);
    const signer =
      isLocal && !AZORA_ATTESTOR_KEY ? practiceAttestor() : keyFrom("AZORA_ATTESTOR_KEY", AZORA_ATTESTOR_KEY);
    const schemas = { index: INDEX_SCHEMA || "azora", api: API_SCHEMA || "azora_api" };
    const pool = createPool(DATABASE_URL, schemas);
    signal.addEventListener("abort", () => pool.end(), { once: true });
    const attestor = createAttestor({
      chain: attestorChain(client, network, connectWallet(network, signer)),
      network,
      claims: new ClaimStore(pool),
      signer,
      proofs: [gitSignature, fundingFile],
      mirror: isLocal ? AZORA_ATTESTOR_MIRROR || undefined : undefined,
      signal,
    });
    return () => attestor.pass();
  },
  PERIOD_MS,
);
