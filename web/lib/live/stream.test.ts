import { expect } from "chai";
import type { Block } from "#lib/api/types.ts";
import { type Source, streamHeads } from "./stream.ts";

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

class Line implements Source {
  readyState = 1;
  isClosed = false;
  onerror: Source["onerror"] = null;
  #listener: ((event: MessageEvent<string>) => void) | undefined;

  addEventListener(_type: "head", listener: (event: MessageEvent<string>) => void): void {
    this.#listener = listener;
  }

  close(): void {
    this.isClosed = true;
  }

  tell(head: Block): void {
    this.#listener?.(new MessageEvent("head", { data: JSON.stringify(head) }));
  }
}

const block = (number: number): Block => ({ number, hash: `0x${"a".repeat(64)}`, timestamp: number });

describe("the stream of blocks", () => {
  function follow() {
    const page = new Page();
    const lines: Line[] = [];
    const told: number[] = [];
    const stream = streamHeads(
      page,
      () => {
        const line = new Line();
        lines.push(line);
        return line;
      },
      ({ number }) => told.push(number),
    );
    return { page, lines, told, stream };
  }

  it("tells of each block, and knows the latest while it is heard", () => {
    const { lines, told, stream } = follow();
    expect(stream.latest()).equal(undefined);
    lines[0]?.tell(block(1));
    lines[0]?.tell(block(2));
    expect(told).deep.equal([1, 2]);
    expect(stream.latest()).deep.equal(block(2));
    lines[0]?.onerror?.(new Event("error"));
    expect(stream.latest(), "after an error").equal(undefined);
    lines[0]?.tell(block(3));
    expect(stream.latest(), "when the browser has it back").deep.equal(block(3));
    stream.end();
    expect(lines.map(({ isClosed }) => isClosed)).deep.equal([true]);
  });

  it("holds no connection while nobody looks, and has a new one at once when somebody does", () => {
    const { page, lines, stream } = follow();
    lines[0]?.tell(block(1));
    page.turn("hidden");
    expect(lines.map(({ isClosed }) => isClosed)).deep.equal([true]);
    expect(stream.latest()).equal(undefined);
    page.turn("visible");
    expect(lines).length(2);
    stream.end();
    page.turn("visible");
    expect(lines, "after its end").length(2);
  });
});
