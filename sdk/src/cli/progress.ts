export interface Progress {
  /** How far something is: the one line that changes on a terminal, now and then a line elsewhere. */
  update(text: string): void;
  /** A line that stays. */
  say(text: string): void;
  /** Takes the changing line away. */
  end(): void;
}

type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

/** A terminal's line changes at most this often, in ms; elsewhere there is a line at most this often. */
const TERMINAL_MS = 100;
const PLAIN_MS = 1_000;
/** A terminal's line counts the seconds, so that one sees that it lives. */
const TICK_MS = 1_000;

/** What ends within the first period shows nothing. */
export function createProgress(stream: Stream, quiet = false, now: () => number = Date.now): Progress {
  const start = now();
  const period = stream.isTTY ? TERMINAL_MS : PLAIN_MS;
  let wanted = "";
  let shown = "";
  let last = start;
  let timer: NodeJS.Timeout | undefined;

  const clear = () => {
    if (stream.isTTY && shown !== "") stream.write("\r\u001b[2K");
  };
  const schedule = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(show, ms).unref();
  };
  const show = () => {
    const seconds = Math.round((now() - start) / 1_000);
    const line = stream.isTTY ? `${wanted} (${seconds} s)`.slice(0, (stream.columns || 80) - 1) : wanted;
    last = now();
    if (stream.isTTY) schedule(TICK_MS);
    if (line === shown) return;
    clear();
    shown = line;
    stream.write(stream.isTTY ? line : `${line}\n`);
  };
  const end = () => {
    clearTimeout(timer);
    clear();
    shown = "";
  };
  return {
    update(text) {
      if (quiet) return;
      wanted = text;
      if (now() - last >= period) show();
      else schedule(period);
    },
    say(text) {
      end();
      if (!quiet) stream.write(`${text}\n`);
    },
    end,
  };
}
