import { eventSchema } from "../routes/events/schema.ts";

/** A message of server-sent events; one without a type is a `message`. */
export interface Message {
  type: string;
  id: string;
  data: unknown;
}

/** Reads a response as `EventSource` does: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<string>;
  #text = "";
  #id = "";

  constructor(response: Response) {
    if (response.body === null) throw new Error("The response has no body.");
    this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** Of the last frame, whether or not it told something. */
  get lastEventId(): string {
    return this.#id;
  }

  /** The next frame as it came; undefined at the end. */
  async frame(): Promise<string | undefined> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end >= 0) {
        const frame = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        this.#id = /^id: (.*)$/m.exec(frame)?.[1] ?? this.#id;
        return frame;
      }
      const { value, done } = await this.#reader.read();
      if (done) return undefined;
      this.#text += value;
    }
  }

  /** The next message that tells something. */
  async next(): Promise<Message> {
    for (;;) {
      const frame = await this.frame();
      if (frame === undefined) throw new Error("The stream has ended.");
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data === undefined) continue;
      return { type: /^event: (.*)$/m.exec(frame)?.[1] ?? "message", id: this.#id, data: JSON.parse(data) };
    }
  }

  /** As many events as there are to be, in short: `40.0 Contract.Event`. */
  async take(count: number): Promise<string[]> {
    const told: string[] = [];
    while (told.length < count) {
      const { type, data } = await this.next();
      if (type !== "message") throw new Error(`There came a ${type}: ${JSON.stringify(data)}`);
      const { block, logIndex, name } = eventSchema.parse(data);
      told.push(`${block.number}.${logIndex} ${name}`);
    }
    return told;
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }
}
