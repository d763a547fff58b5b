import type { Address, Hex } from "viem";
import { NodeKind } from "../generated/enums.ts";
import { accountNode, type Node, nodeKind } from "../node.ts";
import { booksOf } from "./balances.ts";
import type { Chronicle } from "./chronicle.ts";
import { linkOf, potOf } from "./lookup.ts";
import type { Problem } from "./problems.ts";
import type { ChainHead } from "./readHead.ts";

/** What a replay found. Amounts are in wei. */
export interface Report {
  /** The last block that counted. */
  readonly block: bigint;
  /** Works registered. */
  readonly contributions: number;
  /** Works settled. */
  readonly settled: number;
  readonly minted: bigint;
  /** The part of it that went to the commons. */
  readonly citadel: bigint;
  /** Accounts that were credited, and identities whose pool waits for theirs. */
  readonly contributors: number;
  /** Direct rewards. */
  readonly rewards: number;
  /** AZR that the fund paid for counted votes. */
  readonly stipends: bigint;
  /** All units of Voice. */
  readonly units: bigint;
  /** Tokens other than AZR that works were rewarded in, by what the ledger has booked of each. */
  readonly tokens: readonly TokenReport[];
  /** AZR that left the reward ledger. */
  readonly withdrawn: bigint;
  /** Epochs with a settlement. */
  readonly epochs: number;
  readonly ledgerSize: number;
  readonly ledgerRoot: Hex;
  /** Whether every leaf was recomputed, matched its decision and proved under the root on the chain. */
  readonly ledgerVerified: boolean;
  /** In the order in which they came up; none if all is well. */
  readonly problems: readonly Problem[];
}

export interface TokenReport {
  readonly token: Address;
  /** In pools and credits. */
  readonly booked: bigint;
  /** What the ledger holds by the token's own word; absent if it was not asked, or does not say. */
  readonly held: bigint | undefined;
}

export function createReport(chronicle: Chronicle, head: ChainHead): Report {
  const { works, settled, minted, withdrawn, epochs, leaves, problems, commons } = chronicle;
  return {
    block: head.block,
    contributions: works.size,
    settled: settled.count,
    minted,
    citadel: settled.citadel,
    contributors: contributorsOf(chronicle, head.timestamp).size,
    rewards: commons.rewards,
    stipends: commons.stipends,
    units: [...commons.units.values()].reduce((sum, each) => sum + each, 0n),
    tokens: tokensOf(chronicle),
    withdrawn,
    epochs: [...epochs.values()].filter((epoch) => epoch.settled).length,
    ledgerSize: leaves.length,
    ledgerRoot: head.root,
    ledgerVerified: !problems.has("Leaf", "Ledger", "Unknown"),
    problems: problems.list,
  };
}

/** As JSON can hold it: amounts as decimal strings. */
export function reportToJson(report: Report): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
  );
}

function tokensOf({ pots, commons, deployment }: Chronicle): TokenReport[] {
  return [...booksOf(pots, commons)]
    .filter(([token]) => token !== deployment.addresses.azoraToken)
    .map(([token, { booked }]) => ({ token, booked, held: commons.held.get(token) }));
}

/** Accounts that were ever credited, and identities with something in their pool; a linked one counts as its account. */
function contributorsOf(chronicle: Chronicle, timestamp: bigint): Set<Node> {
  const people = new Set<Node>();
  for (const [token, pots] of chronicle.pots) {
    for (const node of pots.keys()) {
      const kind = nodeKind(node);
      if (kind === NodeKind.Account) people.add(node);
      if (kind !== NodeKind.Identity || potOf(chronicle, token, node).amount === 0n) continue;
      const { account, effectiveAt } = linkOf(chronicle, node);
      people.add(account !== undefined && timestamp >= effectiveAt ? accountNode(account) : node);
    }
  }
  return people;
}
