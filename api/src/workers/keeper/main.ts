import { connectWallet, isLocalChain } from "@azora/sdk";
import { practiceKeeper } from "@azora/sdk/practice";
import { keyFrom } from "../key.ts";
import { runWorker } from "../worker.ts";
import { lineOf } from "./duty.ts";
import { createKeeper } from "./keeper.ts";

/** The key that pays the gas: AZORA_KEEPER_KEY, or on a local chain the practice keeper's. */
function keeperAccount(chainId: number) {
  const key = process.env.AZORA_KEEPER_KEY;
  if (key !== undefined) return keyFrom("AZORA_KEEPER_KEY", key);
  if (!isLocalChain(chainId))
    throw new Error("The keeper needs AZORA_KEEPER_KEY: an account that pays its gas.");
  return practiceKeeper();
}

await runWorker("keeper", async (network, client) => {
  const { deployment } = network;
  const wallet = connectWallet(network, keeperAccount(deployment.chainId));
  const keeper = createKeeper({
    client,
    wallet,
    deployment,
  });
  return async () => {
    const { outcomes } = await keeper.pass();
    return outcomes.map((outcome) => {
      const what = lineOf(outcome.duty);
      return outcome.result === "done"
        ? `${what} (${outcome.gas} gas)`
        : `${what} ${outcome.result}: ${outcome.sentence}`;
    });
  };
});
