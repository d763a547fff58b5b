import { expect } from "chai";
import { createProgress } from "./progress.ts";

/** A stream that keeps what is written, and a clock that stands until it is moved. */
function stage(isTTY: boolean) {
  let time = 0;
  const written: string[] = [];
  const write = (text: string | Uint8Array) => {
    written.push(String(text));
    return true;
  };
  const stream = { isTTY, columns: 40, write };
  return { written, stream, now: () => time, pass: (ms: number) => (time += ms) };
}

describe("cli: progress", () => {
  it("is one line that changes on a terminal, no wider than it", () => {
    const { written, stream, now, pass } = stage(true);
    const progress = createProgress(stream, false, now);
    progress.update("quick");
    pass(100);
    progress.update("one");
    pass(99);
    progress.update("too soon");
    pass(2_000);
    progress.update("two ".repeat(20));
    progress.end();
    expect(written).to.deep.equal([
      "one (0 s)",
      "\r\u001b[2K",
      "two ".repeat(20).slice(0, 39),
      "\r\u001b[2K",
    ]);
  });

  it("is plain lines elsewhere, at most one a second, none for what is quick", () => {
    const { written, stream, now, pass } = stage(false);
    const progress = createProgress(stream, false, now);
    for (let step = 0; step < 25; step += 1) {
      progress.update(`step ${step}`);
      pass(100);
    }
    progress.end();
    expect(written).to.deep.equal(["step 10\n", "step 20\n"]);
  });

  it("says nothing when it is to be quiet", () => {
    const { written, stream, now, pass } = stage(false);
    const progress = createProgress(stream, true, now);
    pass(5_000);
    progress.update("step");
    progress.say("line");
    expect(written).to.deep.equal([]);
  });
});
