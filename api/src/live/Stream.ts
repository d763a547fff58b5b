import type { Topic } from "./topics.ts";

/** What a client may leave unread. Frames are shared by all streams, so this is no memory of its own. */
const MAX_UNREAD = 1_048_576;

/** One client's connection. Whoever does not read is let go, and may come back with the last id that it read. */
export class Stream {
  readonly topics: ReadonlySet<Topic>;
  readonly body: ReadableStream<Uint8Array>;
  readonly #ended: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #onRead: (() => void) | undefined;

  /** @param ended Called once, when it is over for whatever reason. */
  constructor(topics: ReadonlySet<Topic>, ended: (stream: Stream) => void) {
    this.topics = topics;
    this.#ended = () => ended(this);
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#onRead?.(),
        cancel: () => this.#end(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNREAD }),
    );
  }

  get isOpen(): boolean {
    return this.#controller !== undefined;
  }

  /** Resolves when half of what may be unread is free, or when it is over. */
  async room(): Promise<void> {
    while (this.#controller && (this.#controller.desiredSize ?? 0) < MAX_UNREAD / 2)
      await new Promise<void>((resolve) => {
        this.#onRead = resolve;
      });
  }

  push(frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      const room = this.#controller?.desiredSize ?? 0;
      if (frame.length > room) {
        this.end(new Error("The client does not read."));
        return;
      }
      this.#controller?.enqueue(frame);
    }
  }

  /** @param error Cuts it off: what is unread is thrown away. */
  end(error?: Error): void {
    const controller = this.#controller;
    this.#end();
    if (error) controller?.error(error);
    else if (controller) controller.close();
  }

  #end(): void {
    if (this.#controller === undefined) return;
    this.#controller = undefined;
    this.#onRead?.();
    this.#ended();
  }
}
