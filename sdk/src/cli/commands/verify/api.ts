import { type AnswersReport, GatewayError, readChain, verifyAnswers } from "../../../answers/index.ts";
import type { Context } from "../../context.ts";
import { ChainError, CheckFailed, UsageError } from "../../exit.ts";
import { parseWhole } from "../../parse.ts";
import { table } from "../../table.ts";

interface Flags {
  api: string;
  sample?: string;
  toBlock?: string;
}

/** Holds all that an API says to the chain. */
export async function verifyApi(
  { app, output, chain }: Context,
  { api, sample, toBlock }: Flags,
): Promise<void> {
  if (toBlock !== undefined)
    throw new UsageError("--to-block does not go with --api: an answer says itself at which block it holds.");
  if (!URL.canParse(api) || !/^https?:/.test(api))
    throw new UsageError(`--api "${api}" is not an http address such as http://127.0.0.1:18547.`);
  const some = sample === undefined ? undefined : parseWhole("--sample", sample, 1, Number.MAX_SAFE_INTEGER);
  const { client, network } = await chain();
  const report = await verifyAnswers({
    apiUrl: api,
    chain: readChain(client, network.deployment),
    sample: some,
    signal: app.signal,
    onProgress: (name, { fields }) =>
      output.update(`Holding ${name} to the chain: ${fields.toLocaleString("en-US")} values.`),
  }).catch((error) => {
    throw error instanceof GatewayError ? new ChainError(error.message, { cause: error }) : error;
  });
  output.result(toJson(report), reportText(report, some));
  if (report.lie !== undefined) throw new CheckFailed();
}

const toJson = ({ blocks, checked, lie }: AnswersReport) => ({
  blocks: blocks ?? null,
  checked: Object.fromEntries(checked),
  lie: lie ?? null,
});

function reportText({ blocks, checked, lie }: AnswersReport, sample: number | undefined): string {
  const kinds = [...checked].map(([name, { rows, fields }]) => [
    name,
    `${rows.toLocaleString("en-US")} rows, ${fields.toLocaleString("en-US")} values`,
  ]);
  const bounded =
    sample === undefined ? "" : ` Of what is asked for one by one, ${sample} of a kind were looked at.`;
  const verdict =
    lie === undefined
      ? `All of it is what the chain says, at ${blocksText(blocks)}.${bounded}`
      : `The first lie, after which nothing was looked at:\n  ${lie.sentence}`;
  return [table(kinds), "", verdict].join("\n");
}

function blocksText(blocks: AnswersReport["blocks"]): string {
  if (blocks === undefined) return "no block";
  const { first, last } = blocks;
  return first === last ? `block ${first}` : `blocks ${first} to ${last}`;
}
