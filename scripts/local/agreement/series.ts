import { azoraTokenAbi } from "@azora/sdk";
import { type Api, unwrap } from "@azora/sdk/api";
import { all } from "./api.ts";
import { type Comparison, pinned, same } from "./compare.ts";

/** Compares the sums of all hours, and of all days, with what the contracts hold at the end of them. */
export async function compareSeries(comparison: Comparison, api: Api): Promise<void> {
  const at = await unwrap(api.GET("/v1/protocol", {}));
  const { client, network } = comparison;
  const { azoraToken, citadelFund } = network.deployment.addresses;
  const token = { ...pinned(at), address: azoraToken, abi: azoraTokenAbi } as const;
  const [supply, fund] = await Promise.all([
    client.readContract({ ...token, functionName: "totalSupply" }),
    client.readContract({ ...token, functionName: "balanceOf", args: [citadelFund] }),
  ]);
  for (const period of ["hour", "day"] as const) {
    const buckets = await all((query) =>
      api.GET("/v1/series", { params: { query: { ...query, period, minBlock: at.block.number } } }),
    );
    type Amount = "minted" | "withdrawn" | "fundIn" | "fundOut";
    const amountOf = (name: Amount) => buckets.reduce((sum, bucket) => sum + BigInt(bucket[name]), 0n);
    const countOf = (name: "registered" | "rejected" | "settled") =>
      buckets.reduce((sum, bucket) => sum + bucket[name], 0);
    const { contributions, phases, withdrawn } = at.protocol;
    same(comparison, `What was minted by the ${period}`, amountOf("minted"), supply);
    same(
      comparison,
      `What came to the fund and stayed, by the ${period}`,
      amountOf("fundIn") - amountOf("fundOut"),
      fund,
    );
    same(comparison, `What was withdrawn by the ${period}`, amountOf("withdrawn"), BigInt(withdrawn));
    same(comparison, `The works registered by the ${period}`, countOf("registered"), contributions);
    same(comparison, `The works rejected by the ${period}`, countOf("rejected"), phases.Rejected);
    same(comparison, `The works settled by the ${period}`, countOf("settled"), phases.Settled);
    const [latest] = buckets;
    same(comparison, `The supply after the last ${period}`, latest?.supply ?? "0", supply);
    same(comparison, `The fund after the last ${period}`, latest?.fund ?? "0", fund);
  }
}
