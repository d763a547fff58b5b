/** One line that changes on a terminal; elsewhere a line of its own when it changes, at most one in this many ms. */
const PLAIN_MS = 2_000;

export interface Progress {
  /** Shows how far a step is. */
  update(text: string): void;
  /** A line that stays. */
  say(text: string): void;
  /** Ends the changing line. */
  end(): void;
}

export function createProgress(stream: NodeJS.WriteStream, now: () => number = Date.now): Progress {
  const start = now();
  let shown = "";
  let last = Number.NEGATIVE_INFINITY;

  const clear = () => {
    if (stream.isTTY && shown !== "") stream.write("\r\u001b[2K");
    shown = "";
  };
  return {
    update(text) {
      if (text === shown && !stream.isTTY) return;
      if (stream.isTTY) {
        clear();
        shown = text;
        stream.write(`  ${text} (${Math.round((now() - start) / 1_000)} s)`.slice(0, stream.columns - 1));
      } else if (now() - last >= PLAIN_MS) {
        last = now();
        shown = text;
        stream.write(`  ${text}\n`);
      }
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    end: clear,
  };
}
