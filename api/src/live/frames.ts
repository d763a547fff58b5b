import type { Head } from "../database/IndexReader.ts";
import type { LiveEvent } from "./event.ts";

// Frames of server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html

const encoder = new TextEncoder();
const json = (value: object) => JSON.stringify(value);

/** An event of the protocol: a message without a type, so that `onmessage` is enough. */
export const eventFrame = (event: LiveEvent): Uint8Array =>
  encoder.encode(`id: ${event.id}\ndata: ${json(event)}\n\n`);

export const headFrame = ({ number, hash, timestamp }: Head): Uint8Array =>
  encoder.encode(`event: head\ndata: ${json({ number, hash, timestamp })}\n\n`);

/** What was told of blocks after this one is void. What holds instead comes next. */
export const voidFrame = (id: string, after: number): Uint8Array =>
  encoder.encode(`id: ${id}\nevent: void\ndata: ${json({ after })}\n\n`);

/** Nothing can be said of what was told so far. */
export const resetFrame = (id: string | undefined, reason: string): Uint8Array =>
  encoder.encode(`id: ${id ?? ""}\nevent: reset\ndata: ${json({ reason })}\n\n`);

/** Tells nothing, but from where to go on. A client takes a frame without data as no event, and keeps its id. */
export const positionFrame = (id: string | undefined): Uint8Array =>
  encoder.encode(id === undefined ? ": \n\n" : `: \nid: ${id}\n\n`);

/** How soon to come back after the connection was lost. */
export const openingFrame = (id: string | undefined, retryMs: number): Uint8Array =>
  encoder.encode(`retry: ${retryMs}\n${id === undefined ? "" : `id: ${id}\n`}\n`);
