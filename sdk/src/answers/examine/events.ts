import type { Book, Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { compare } from "../compare.ts";
import type { Examiner } from "../Examiner.ts";
import { eventOf } from "../expect/events.ts";
import { by } from "../facts.ts";
import { Lie } from "../Lie.ts";

/** The stream gives up at a hundred thousand events. */
const MOST = 10_000;
const PATIENCE_MS = 20_000;
/** How many blocks with events lie between an event and those that its id names. */
const ANCESTORS = [1, 4, 16, 64, 256];
const DIGITS = 12;

/** What the stream tells of what happened, from the first event on if they are not too many. */
export async function examineEvents(examiner: Examiner): Promise<void> {
  const at = await examiner.now();
  const { entries } = at.book;
  const [first, ...rest] = entries.slice(-MOST);
  if (first === undefined) return;
  const route = `/v1/events?topic=protocol&lastEventId=${placeOf(first)}.${first.logIndex}`;
  const said = await readEvents(examiner, route, rest.length);
  compare(
    route,
    said,
    rest.map((entry) => toldOf(at, entry)),
    examiner.tallyOf("Event"),
    "events",
  );
}

const placeOf = ({ blockNumber, blockHash }: Entry): string =>
  `${blockNumber}.${blockHash.slice(2, 2 + DIGITS)}`;

function toldOf(at: At, entry: Entry) {
  const { block, logIndex, name, tx, nodes } = eventOf(at, entry);
  const { blocks, placeOfBlock } = at.book.derive(blocksOf);
  const here = placeOfBlock.get(entry.blockNumber) ?? 0;
  const ancestors = ANCESTORS.flatMap((back) => blocks[here - back] ?? []);
  return {
    id: by("the hashes of blocks", [`${placeOf(entry)}.${entry.logIndex}`, ...ancestors].join("~")),
    name,
    block: { number: block, ...by("the node's header", { hash: entry.blockHash, timestamp: entry.time }) },
    tx,
    logIndex,
    nodes,
  };
}

/** Blocks with events, in order. */
function blocksOf({ entries }: Book) {
  const places = new Map(entries.map((entry) => [entry.blockNumber, placeOf(entry)]));
  return {
    blocks: [...places.values()],
    placeOfBlock: new Map([...places.keys()].map((number, i) => [number, i])),
  };
}

/** The first so many events of a stream. */
async function readEvents({ gateway }: Examiner, route: string, count: number): Promise<unknown[]> {
  const response = await gateway.fetch(route, { headers: { Accept: "text/event-stream" } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("The stream has no body.");
  const until = Date.now() + PATIENCE_MS;
  const events: unknown[] = [];
  for (let text = ""; events.length < count && Date.now() < until; ) {
    const { value, done } = await reader.read();
    const frames = `${text}${value ?? ""}`.split("\n\n");
    text = frames.pop() ?? "";
    for (const frame of frames) events.push(...eventsIn(route, frame));
    if (done) break;
  }
  await reader.cancel().catch(() => undefined);
  return events.slice(0, count);
}

/** A message without a type is an event. */
function eventsIn(route: string, frame: string): unknown[] {
  const fields = new Map(
    frame.split("\n").map((line) => [line.split(": ")[0], line.split(": ").slice(1).join(": ")]),
  );
  const data = fields.get("data");
  if (data === undefined || fields.has("event")) return [];
  try {
    const event: unknown = JSON.parse(data);
    if (fields.get("id") === Object(event).id) return [event];
  } catch {
    // Said below.
  }
  throw new Lie({
    route,
    row: "",
    field: "",
    said: frame,
    chain: "an event with its id",
    proof: "its format",
  });
}
