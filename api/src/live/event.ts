import type { z } from "zod";
import { toSeconds } from "../http/format.ts";
import type { eventSchema } from "../routes/events/schema.ts";
import type { EventRow } from "./readEvents.ts";

/** An event as it is told. */
export type LiveEvent = z.infer<typeof eventSchema>;

export const toLiveEvent = (row: EventRow, id: string): LiveEvent => ({
  id,
  name: row.name,
  block: { number: Number(row.block), hash: row.hash, timestamp: toSeconds(row.timestamp) },
  tx: row.tx,
  logIndex: row.logIndex,
  nodes: row.nodes,
});
