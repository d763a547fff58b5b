import type { Row } from "@azora/indexer/replay";
import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  citadelFundAbi,
  constitutionAbi,
  type Deployment,
  disputesAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "@azora/sdk";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PublicClient } from "viem";

/** The contracts at a block. */
export class Chain {
  readonly client: PublicClient;
  readonly deployment: Deployment;
  readonly blockNumber: bigint;

  constructor(client: PublicClient, deployment: Deployment, blockNumber: bigint) {
    this.client = client;
    this.deployment = deployment;
    this.blockNumber = blockNumber;
  }

  get contracts() {
    const { blockNumber } = this;
    const { addresses } = this.deployment;
    return {
      registry: { address: addresses.attributionRegistry, abi: attributionRegistryAbi, blockNumber },
      ledger: { address: addresses.auditLedger, abi: auditLedgerAbi, blockNumber },
      governor: { address: addresses.governor, abi: azoraGovernorAbi, blockNumber },
      token: { address: addresses.azoraToken, abi: azoraTokenAbi, blockNumber },
      fund: { address: addresses.citadelFund, abi: citadelFundAbi, blockNumber },
      constitution: { address: addresses.constitution, abi: constitutionAbi, blockNumber },
      disputes: { address: addresses.disputes, abi: disputesAbi, blockNumber },
      proofOfValue: { address: addresses.proofOfValue, abi: proofOfValueAbi, blockNumber },
      rewards: { address: addresses.rewardLedger, abi: rewardLedgerAbi, blockNumber },
      seats: { address: addresses.validatorRegistry, abi: validatorRegistryAbi, blockNumber },
      voice: { address: addresses.voice, abi: voiceAbi, blockNumber },
    } as const;
  }
}

/** What contracts tell of the rows of a table. */
export interface CallCheck {
  readonly table: PgTable;
  /** The columns of a row as the contracts have them; what they refuse to tell is nothing that they know. */
  ask(chain: Chain, row: Row): Promise<Row | "nothing">;
}

/** With the types of the table's own rows. */
export function checkOf<table extends PgTable>(
  table: table,
  ask: (chain: Chain, row: table["$inferSelect"]) => Promise<Partial<table["$inferSelect"]> | "nothing">,
): CallCheck {
  return { table, ask: (chain, row) => ask(chain, row as table["$inferSelect"]) };
}
