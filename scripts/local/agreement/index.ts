import { accountNode } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import type { Network } from "@azora/sdk/files";
import type { Address, Hex, PublicClient } from "viem";
import { all } from "./api.ts";
import { compareCommons } from "./commons.ts";
import { newComparison } from "./compare.ts";
import { compareContribution } from "./contributions.ts";
import { compareHistory } from "./history.ts";
import { compareAccount, compareIdentity, comparePeople, sortPeople } from "./people.ts";
import { compareProposals } from "./proposals.ts";
import { compareSeries } from "./series.ts";
import { compareEpochs, compareLedger, compareProtocol } from "./totals.ts";

export interface Agreement {
  contributions: number;
  accounts: number;
  identities: number;
  epochs: number;
  /** Single values of which each was asked of the chain. */
  compared: number;
  /** A sentence for each value that differs. */
  problems: string[];
}

/**
 * Compares what the API says, value by value: with the contracts where they can be asked, one call, one truth, and with the
 * logs where they cannot. Lists of single payments, times and transactions are not compared one by one: the sums of the
 * former are, and each decision stands on the ledger, which is. Waits first until the index has the chain's present block.
 */
export async function compareIndex(
  network: Network,
  client: PublicClient,
  apiUrl: string,
): Promise<Agreement> {
  const api = createApi(apiUrl);
  const comparison = newComparison(network, client);
  const minBlock = Number(await client.getBlockNumber());
  await unwrap(api.GET("/v1/head", { params: { query: { minBlock } } }));

  const works = await all((query) => api.GET("/v1/contributions", { params: { query } }));
  const nodes: Hex[] = works.map(({ registrant }) => accountNode(registrant as Address));
  for (const { id } of works) nodes.push(...(await compareContribution(comparison, api, id)));
  const people = await all((query) => api.GET("/v1/people", { params: { query } }));
  const judges = await all((query) => api.GET("/v1/judges", { params: { query } }));
  nodes.push(
    ...people.map(({ node }) => node as Hex),
    ...judges.map(({ account }) => accountNode(account as Address)),
  );

  const { accounts, identities } = sortPeople(nodes);
  const known = new Set(accounts);
  for (const identity of identities) {
    const account = await compareIdentity(comparison, api, identity);
    if (account !== undefined) known.add(account);
  }
  for (const account of known) await compareAccount(comparison, api, account);
  const epochs = await compareEpochs(comparison, api);
  await compareProtocol(comparison, api);
  await compareCommons(comparison, api);
  await compareSeries(comparison, api);
  await compareLedger(comparison, api);
  await compareHistory(
    comparison,
    api,
    works.map(({ id }) => id),
  );
  await comparePeople(comparison, api);
  await compareProposals(comparison, api);
  return {
    contributions: works.length,
    accounts: known.size,
    identities: identities.length,
    epochs,
    compared: comparison.compared,
    problems: comparison.problems,
  };
}
