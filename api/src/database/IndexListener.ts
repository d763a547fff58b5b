import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { logEvent } from "../log.ts";

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
/** A connection that the network has lost says nothing: so it is asked now and then. */
const ASK_MS = 10_000;
const ANSWER_MS = 5_000;

/**
 * Hears from PostgreSQL when the index has moved: Ponder notifies `<schema of the views>_live_query` in the transaction that
 * moves it. One connection for this whole process, outside of the pool, which is made anew when it is lost.
 */
export class IndexListener {
  readonly #url: string;
  readonly #channel: string;
  readonly #listeners = new Set<() => void>();
  #isListening = false;

  constructor(databaseUrl: string, indexSchema: string) {
    this.#url = databaseUrl;
    this.#channel = `${indexSchema}_live_query`;
  }

  /** Whether it would hear of a move now. */
  get isListening(): boolean {
    return this.#isListening;
  }

  /** Calls back whenever the index has moved, or may have while nothing was heard. */
  onMove(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Listens until the signal comes. */
  async run(signal: AbortSignal): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      await this.#listen(signal, () => {
        wait = FIRST_WAIT_MS;
      }).catch((error: Error) => {
        if (this.#isListening)
          logEvent("lost the connection that hears of blocks", { reason: error.message });
      });
      this.#isListening = false;
      await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #listen(signal: AbortSignal, ready: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      application_name: "azora-api-listener",
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    const stop = new AbortController();
    const lost = new Promise<never>((_, reject) => {
      client.on("error", reject);
      client.on("end", () => reject(new Error("The server closed it.")));
    });
    lost.catch(() => undefined); // it may be lost before anybody waits for that
    client.on("notification", () => this.#tell());
    const isOver = new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true, signal: stop.signal });
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.#channel)}`);
      this.#isListening = true;
      ready();
      this.#tell();
      while (!signal.aborted) {
        await Promise.race([lost, isOver, sleep(ASK_MS, undefined, { ref: false })]);
        if (!signal.aborted) await client.query("SELECT");
      }
    } finally {
      stop.abort();
      client.removeAllListeners("notification");
      await client.end().catch(() => undefined);
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
