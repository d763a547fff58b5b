import type { SaidBlock } from "../Chain.ts";
import { compare } from "../compare.ts";
import type { Examiner } from "../Examiner.ts";
import { by } from "../facts.ts";
import { parseAnswer } from "../Gateway.ts";

/** The blocks of which the API says that it has them, and that the chain has. */
export async function examineFresh(examiner: Examiner): Promise<void> {
  const route = "/health/fresh";
  const response = await examiner.gateway.fetch(route);
  const said = Object(parseAnswer({ route, headers: response.headers, text: await response.text() }));
  // It says by itself that it is behind, or knows nothing.
  if (!response.ok) return;
  const [indexed, chain] = await Promise.all([
    blockAt(examiner, said.indexed),
    blockAt(examiner, said.chain),
  ]);
  const tally = examiner.tallyOf("Fresh");
  tally.rows += 1;
  const blocksBehind = (chain?.number ?? 0) - (indexed?.number ?? 0);
  const expected = by("the node's headers", { status: "fresh", indexed, chain, blocksBehind });
  // A sentence about the rest.
  const detail = typeof said.detail === "string" ? said.detail : "a sentence";
  compare(route, said, { ...expected, detail: by("the description of the API", detail) }, tally);
}

async function blockAt({ chain }: Examiner, said: unknown): Promise<SaidBlock | null> {
  const { number } = Object(said);
  if (!Number.isSafeInteger(number) || number < 0) return null;
  return (await chain.blockOf(BigInt(number))) ?? null;
}
