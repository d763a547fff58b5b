import type { Service, State } from "./supervisor.ts";

/** One line that changes on a terminal; elsewhere a line of its own when it changes, at most one in this many ms. */
const PLAIN_MS = 2_000;

export interface Progress {
  /** Shows how far a step is. */
  update(text: string): void;
  /** A line that stays. */
  say(text: string): void;
  /** The status line of a service. */
  status(service: Service, state: State): void;
  /** Ends the changing line of a step. */
  end(): void;
  /** Takes away everything that changes, because nothing will any more. */
  close(): void;
}

const MARKS: Readonly<Record<State, string>> = {
  starting: "◌",
  running: "●",
  restarting: "◍",
  stopped: "○",
  "given up": "✕",
};
const NAME_WIDTH = 9;
const STATE_WIDTH = 10;

/** On a terminal: a status line a service and one for the step, below what stays. Elsewhere plain lines. */
export function createProgress(stream: NodeJS.WriteStream, now: () => number = Date.now): Progress {
  const start = now();
  const services = new Map<string, string>();
  let step = "";
  let last = Number.NEGATIVE_INFINITY;
  let drawn = 0;

  const block = () => [...services.values(), ...(step === "" ? [] : [step])];
  const clear = () => {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\r\u001b[J`);
    drawn = 0;
  };
  const draw = () => {
    const lines = block().map((line) => line.slice(0, stream.columns - 1));
    for (const line of lines) stream.write(`${line}\n`);
    drawn = lines.length;
  };
  const redraw = () => {
    clear();
    draw();
  };
  return {
    update(text) {
      if (stream.isTTY) {
        step = `  ${text} (${Math.round((now() - start) / 1_000)} s)`;
        redraw();
      } else if (text !== step && now() - last >= PLAIN_MS) {
        last = now();
        step = text;
        stream.write(`  ${text}\n`);
      }
    },
    say(text) {
      if (stream.isTTY) clear();
      stream.write(`${text}\n`);
      if (stream.isTTY) draw();
    },
    status({ name, address = "" }, state) {
      const words = `${name.padEnd(NAME_WIDTH)} ${state.padEnd(STATE_WIDTH)} ${address}`.trimEnd();
      if (!stream.isTTY) stream.write(`  ${words}\n`);
      services.set(name, `${MARKS[state]} ${words}`);
      if (stream.isTTY) redraw();
    },
    end() {
      step = "";
      if (stream.isTTY) redraw();
    },
    close() {
      if (stream.isTTY) clear();
      services.clear();
      step = "";
    },
  };
}
