import type { PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import { Chain } from "./Chain.ts";
import { Evidence } from "./Evidence.ts";
import { Examiner } from "./Examiner.ts";
import { Gateway } from "./Gateway.ts";
import { Lie, type Parting } from "./Lie.ts";
import { EXAMINERS, type Route } from "./routes.ts";

export { GatewayError } from "./Gateway.ts";
export { EXAMINERS, type Route } from "./routes.ts";

export interface VerifyOptions {
  readonly apiUrl: string;
  readonly chain: Chain;
  /** How many of a kind are asked for one by one; all unless said. */
  readonly sample?: number | undefined;
  /** All unless said. */
  readonly routes?: readonly Route[] | undefined;
  /** How long the API may be where the node is not. */
  readonly patienceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  onProgress?(name: string, checked: Checked): void;
}

/** How much of a kind of answers was held to the chain. */
export interface Checked {
  readonly rows: number;
  readonly fields: number;
}

export interface AnswersReport {
  /** The first and the last block at which answers were looked at. */
  readonly blocks: { readonly first: number; readonly last: number } | undefined;
  /** By the name of the kind. */
  readonly checked: ReadonlyMap<string, Checked>;
  /** The first that was found. What comes after it was not looked at. */
  readonly lie: (Parting & { readonly sentence: string }) | undefined;
}

/** Reads all that a node says, to hold an API to it. */
export const readChain = (client: PublicClient, deployment: Deployment): Chain =>
  new Chain(client, deployment);

/**
 * Asks an API for all that it says, and holds each field to what the node says at the block of the answer. Nothing of the
 * API is believed: what there is to ask for follows from the logs.
 */
export async function verifyAnswers({ apiUrl, chain, ...options }: VerifyOptions): Promise<AnswersReport> {
  const gateway = new Gateway(apiUrl, options.signal);
  const { routes, ...rest } = options;
  const examiner = new Examiner({ chain, gateway, evidence: new Evidence(gateway), ...rest });
  const report = (lie: AnswersReport["lie"]) => ({ blocks: examiner.blocks, checked: examiner.tallies, lie });
  for (const [route, examine] of EXAMINERS) {
    if (typeof examine === "string" || (routes !== undefined && !routes.includes(route))) continue;
    try {
      await examine(examiner);
    } catch (error) {
      if (!(error instanceof Lie)) throw error;
      return report({ ...error.parting, sentence: error.message });
    }
  }
  return report(undefined);
}
