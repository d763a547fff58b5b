import { setTimeout as sleep } from "node:timers/promises";

export interface Sample {
  readonly at: number;
  readonly isReady: boolean;
  /** Why it is not ready, of the checks that fail. */
  readonly reasons: readonly string[];
  readonly fresh: string;
}

const PAUSE_MS = 200;

/** Asks the API again and again how it is. */
export class Health {
  readonly #apiUrl: string;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #samples: Sample[] = [];
  /** When it did not answer at all. */
  readonly problems: string[] = [];

  constructor(apiUrl: string) {
    this.#apiUrl = apiUrl;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** What it said since this was asked last. */
  take(): Sample[] {
    const samples = this.#samples;
    this.#samples = [];
    return samples;
  }

  async now(): Promise<Sample> {
    const [ready, fresh] = await Promise.all(
      ["/health/ready", "/health/fresh"].map(async (route) => {
        const response = await fetch(`${this.#apiUrl}${route}`);
        return { code: response.status, body: Object(await response.json()) };
      }),
    );
    const checks: { name: string; ok: boolean; detail: string }[] = ready?.body.checks ?? [];
    return {
      at: Date.now(),
      isReady: ready?.code === 200,
      reasons: checks.filter(({ ok }) => !ok).map(({ detail }) => detail),
      fresh: fresh?.body.status ?? "unknown",
    };
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const sample = await this.now().catch((error: Error) => error);
      if (sample instanceof Error) this.problems.push(sample.message);
      else this.#samples.push(sample);
      await sleep(PAUSE_MS);
    }
  }
}
