/** Without a terminal, a line at most this often, in ms. */
const PLAIN_MS = 1_000;

export interface Progress {
  /** How far something is: the one line that changes on a terminal, now and then a line elsewhere. */
  update(text: string): void;
  /** A line that stays. */
  say(text: string): void;
  /** Takes the changing line away. */
  end(): void;
}

type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

export function createProgress(stream: Stream, quiet = false, now: () => number = Date.now): Progress {
  const start = now();
  let shown = "";
  let last = start;

  const end = () => {
    if (stream.isTTY && shown !== "") stream.write("\r\u001b[2K");
    shown = "";
  };
  const seconds = () => Math.round((now() - start) / 1_000);
  return {
    update(text) {
      if (quiet) return;
      if (stream.isTTY) {
        const line = `${text} (${seconds()} s)`.slice(0, Math.max(20, (stream.columns || 80) - 1));
        if (line === shown) return;
        end();
        shown = line;
        stream.write(line);
      } else if (text !== shown && now() - last >= PLAIN_MS) {
        last = now();
        shown = text;
        stream.write(`${text}\n`);
      }
    },
    say(text) {
      end();
      if (!quiet) stream.write(`${text}\n`);
    },
    end,
  };
}
