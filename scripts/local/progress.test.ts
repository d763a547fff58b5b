import { PassThrough } from "node:stream";
import { expect } from "chai";
import { createProgress } from "./progress.ts";
import type { Service } from "./supervisor.ts";

const CHAIN: Service = {
  name: "chain",
  address: "http://127.0.0.1:1",
  launch: () => {
    throw new Error("It is not launched here.");
  },
  isReady: async () => true,
};

/** A stream as a terminal of 60 columns, or as a file. */
function stream(isTTY: boolean): { stream: NodeJS.WriteStream; text(): string } {
  const written = new PassThrough();
  const text = { value: "" };
  written.setEncoding("utf8").on("data", (chunk: string) => {
    text.value += chunk;
  });
  const out = Object.assign(written, { isTTY, columns: 60 });
  return { stream: out as unknown as NodeJS.WriteStream, text: () => text.value };
}

/** What stays on a screen of everything that was written to it. */
function screen(text: string): string[] {
  const lines = [""];
  let at = 0;
  for (const part of text.replaceAll("\u001b", "ESC").split(/(ESC\[\d+A\rESC\[J|\n)/)) {
    const up = /^ESC\[(\d+)A/.exec(part)?.[1];
    if (up !== undefined) {
      at -= Number(up);
      lines.length = at + 1;
      lines[at] = "";
    } else if (part === "\n") {
      at += 1;
      lines[at] ??= "";
    } else lines[at] += part;
  }
  return lines.filter((line) => line !== "");
}

describe("progress", () => {
  it("keeps a status line a service and one for the step below what stays, on a terminal", () => {
    const terminal = stream(true);
    const progress = createProgress(terminal.stream, () => 0);
    progress.status(CHAIN, "starting");
    progress.update("Importing");
    progress.say("The chain runs.");
    progress.status(CHAIN, "running");
    expect(screen(terminal.text())).to.deep.equal([
      "The chain runs.",
      "● chain     running    http://127.0.0.1:1",
      "  Importing (0 s)",
    ]);
    progress.end();
    progress.say("Done.");
    progress.close();
    expect(screen(terminal.text())).to.deep.equal(["The chain runs.", "Done."]);
  });

  it("cuts lines at the terminal's width, so that each stays one", () => {
    const terminal = stream(true);
    createProgress(terminal.stream, () => 0).update("x".repeat(200));
    expect(screen(terminal.text())[0]).to.have.length(59);
  });

  it("writes plain lines elsewhere, and those of a step no more often than can be read", () => {
    const file = stream(false);
    let now = 0;
    const progress = createProgress(file.stream, () => now);
    progress.status(CHAIN, "running");
    progress.update("1 of 3");
    progress.update("2 of 3");
    now += 2_000;
    progress.update("3 of 3");
    progress.end();
    progress.close();
    expect(file.text().split("\n")).to.deep.equal([
      "  chain     running    http://127.0.0.1:1",
      "  1 of 3",
      "  3 of 3",
      "",
    ]);
  });
});
