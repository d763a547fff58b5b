import { createHash } from "node:crypto";
import { ApiUnavailable } from "#lib/api/ApiUnavailable.ts";
import { readExport } from "#lib/api/exports.ts";
import { readHead, readNetwork } from "#lib/api/read.ts";
import type { Block, Payment } from "#lib/api/types.ts";
import { type CitationRow, type Graph, graphOf, type PaymentRow, type WorkRow } from "./model/graph.ts";
import { packGraph } from "./model/pack.ts";

/** A picture of more would not be looked at, nor arranged while somebody waits. */
const MOST = 10_000;
/** Of this server's time, reading the graph may take one part in so many. */
const SPARING = 10;
/** Who asks waits for the present graph if it was there in this time before, and else sees the one before. */
const PATIENCE_MS = 400;

interface Kept {
  graph: Graph;
  block: Block;
  /** When it was there, and how long it took. */
  at: number;
  took: number;
}

/** As the export of payments has it. */
interface ExportedPayment extends PaymentRow {
  token: string;
  sourceKind: Payment["kind"];
  kind: Payment["kind"];
}

let kept: Kept | undefined;
let reading: Promise<Kept> | undefined;

/**
 * The whole graph, once a block for all who ask. Of a large one, which takes a while to read, they see that of a few blocks
 * before while the present one is read; `block` says which.
 */
export async function readGraph(): Promise<Pick<Kept, "graph" | "block">> {
  const block = await readHead();
  if (block === undefined) throw new ApiUnavailable("The API gave no answer.");
  if (kept?.block.hash === block.hash) return kept;
  if (kept !== undefined && Date.now() < kept.at + kept.took * SPARING) return kept;
  reading ??= read(block).finally(() => {
    reading = undefined;
  });
  if (kept === undefined || kept.took < PATIENCE_MS) return reading;
  reading.catch(() => undefined); // the next who asks tries again
  return kept;
}

async function read(block: Block): Promise<Kept> {
  const began = Date.now();
  const azr = (await readNetwork())?.addresses.azoraToken;
  // One after the other: the API writes few exports at a time.
  const works = await gather(readExport<WorkRow>("contributions"), MOST + 1);
  const citations = await gather(readExport<CitationRow>("citations"));
  const payments = await gather(
    readExport<ExportedPayment>("payments"),
    Number.POSITIVE_INFINITY,
    isBetweenWorks,
  );
  const graph = graphOf({
    works: works.slice(0, MOST),
    citations,
    payments: payments.filter(({ token }) => token === azr),
    isWhole: works.length <= MOST,
  });
  const at = Date.now();
  kept = { graph, block, at, took: at - began };
  return kept;
}

const isBetweenWorks = ({ sourceKind, kind }: ExportedPayment): boolean =>
  sourceKind === "Contribution" && kind === "Contribution";

async function gather<Row>(
  rows: AsyncIterable<Row>,
  most = Number.POSITIVE_INFINITY,
  isWanted: (row: Row) => boolean = () => true,
): Promise<Row[]> {
  const gathered: Row[] = [];
  for await (const row of rows) {
    if (isWanted(row)) gathered.push(row);
    if (gathered.length >= most) break;
  }
  return gathered;
}

interface Picture {
  body: string;
  /** Another one whenever anything that is drawn has changed. */
  version: string;
}

const pictures = new WeakMap<Graph, Picture>();

/** What the picture is drawn from, as a text with a name of its own. */
export function pictureOf(graph: Graph): Picture {
  const known = pictures.get(graph);
  if (known !== undefined) return known;
  const body = JSON.stringify(packGraph(graph));
  const version = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const picture = { body, version };
  pictures.set(graph, picture);
  return picture;
}
