import type { Drawn } from "./drawn.ts";
import { arrange } from "./layout.ts";
import type { Arranged } from "./layoutWorker.ts";

/** Arranged here it holds the page up for a blink, and a thread of its own would take as long to start. */
const HERE = 150;

/** Arranges the graph once, a larger one beside the page, so that nothing waits for it. */
export async function arrangeAside(
  { count, radii, from, to }: Drawn,
  known: Float32Array | undefined,
  onStep: (arranged: Arranged) => void,
  signal: AbortSignal,
): Promise<void> {
  const what = { radii, from, to, ...(known && { known }) };
  if (count <= HERE) {
    let last: Arranged | undefined;
    for (const arranged of arrange(what)) last = arranged;
    if (last !== undefined) onStep(last);
    return;
  }
  const worker = new Worker(new URL("./layoutWorker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => reject(signal.reason));
  worker.addEventListener("error", ({ message }) => reject(new Error(message)));
  worker.addEventListener("message", ({ data }: MessageEvent<Arranged>) => {
    onStep(data);
    if (data.part >= 1) resolve();
  });
  worker.postMessage(what);
  try {
    await promise;
  } finally {
    worker.terminate();
  }
}
