import type { At, SaidBlock } from "../Chain.ts";
import type { Examiner } from "../Examiner.ts";
import { type Answer, parseAnswer } from "../Gateway.ts";
import { Lie } from "../Lie.ts";

const BLOCK = "block { number hash timestamp }";
const JSON_ONLY = { Accept: "application/json" };

/** Asks for one field of a query, together with the block. */
export async function query(
  examiner: Examiner,
  field: string,
  selection: string,
): Promise<{ at: At; result: unknown }> {
  const document = `{ ${BLOCK} result: ${field} ${selection} }`;
  const route = `/graphql?query=${encodeURIComponent(document)}`;
  const { at, answer } = await examiner.askAt(route, blockIn, JSON_ONLY);
  return { at, result: dataIn(answer).result };
}

function dataIn(answer: Answer): Record<string, unknown> {
  const { data, errors } = Object(parseAnswer(answer));
  if (errors === undefined && typeof data === "object" && data !== null) return data;
  const said = JSON.stringify(errors ?? data);
  throw new Lie({ route: answer.route, row: "", field: "", said, chain: "data", proof: "the logs" });
}

function blockIn(answer: Answer): SaidBlock | undefined {
  const { number, hash, timestamp, ...rest } = Object(dataIn(answer).block);
  if (typeof number !== "number" || typeof hash !== "string" || typeof timestamp !== "number")
    return undefined;
  return Object.keys(rest).length === 0 ? { number, hash, timestamp } : undefined;
}

/** What is asked for, without all of its fields. */
export const labelOf = (field: string): string => `/graphql ${field}`;
