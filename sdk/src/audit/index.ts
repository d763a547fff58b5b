import type { PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import { fetchLogs, type OnProgress } from "../verify/fetch.ts";
import { inspectCode } from "./code.ts";
import type { ExpectedDeployment } from "./expected.ts";
import { DifferenceError, type Inspection, type Office, same } from "./inspection.ts";
import {
  inspectConstitution,
  inspectGovernor,
  inspectMinter,
  inspectOffices,
  inspectTimelock,
} from "./powers.ts";

export type { ExpectedContract, ExpectedDeployment, ExpectedRule } from "./expected.ts";
export type { Office } from "./inspection.ts";

export interface Audit {
  readonly block: bigint;
  /** What was found to be as it must be, in order. */
  readonly passed: readonly string[];
  /** Every special address that was reached, with what it can do. */
  readonly offices: readonly Office[];
  /** The first thing that is not as it must be; nothing else was looked at after it. */
  readonly difference: string | undefined;
}

const STEPS = [
  inspectCode,
  inspectMinter,
  inspectTimelock,
  inspectConstitution,
  inspectGovernor,
  inspectOffices,
];

/**
 * AZ-14 against a chain: that the contracts are those that the repository builds, that the special addresses are exactly
 * the listed ones, and that none has more power than it says.
 */
export async function auditDeployment(
  client: PublicClient,
  deployment: Deployment,
  expected: ExpectedDeployment,
  onProgress: OnProgress = () => undefined,
): Promise<Audit> {
  const blockNumber = await client.getBlockNumber();
  const logs = await fetchLogs(client, deployment, blockNumber, onProgress);
  const inspection: Inspection = {
    client,
    deployment,
    expected,
    blockNumber,
    logs,
    offices: [],
    passed: [],
  };
  const difference = await firstDifference(inspection);
  const { passed, offices } = inspection;
  return { block: blockNumber, passed, offices, difference };
}

async function firstDifference(inspection: Inspection): Promise<string | undefined> {
  try {
    same(inspection, "The chain's id", await inspection.client.getChainId(), inspection.expected.chainId);
    for (const step of STEPS) await step(inspection);
    return undefined;
  } catch (error) {
    if (error instanceof DifferenceError) return error.message;
    throw error;
  }
}
