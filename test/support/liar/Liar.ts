import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer of the real API. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Something that the liar says instead of the truth. */
export interface Told {
  /** Of the question, with the method before it unless that is GET. */
  readonly question: string;
  change(answer: Answer): Answer;
}

const NOT_PASSED_ON = [
  "content-encoding",
  "content-length",
  "transfer-encoding",
  "connection",
  "keep-alive",
  "date",
];

/** Stands before an API, remembers what it answers, and tells one lie at a time. */
export class Liar {
  /** By question. */
  readonly seen = new Map<string, Answer>();
  readonly #apiUrl: string;
  readonly #server: Server;
  #told: Told | undefined;
  #times = 0;

  private constructor(apiUrl: string) {
    this.#apiUrl = apiUrl;
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch((error: Error) => response.destroy(error));
    });
  }

  static async open(apiUrl: string): Promise<Liar> {
    const liar = new Liar(apiUrl);
    await new Promise<void>((resolve) => liar.#server.listen(0, "127.0.0.1", resolve));
    return liar;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** How often the present lie was told. */
  get times(): number {
    return this.#times;
  }

  tell(told: Told | undefined): void {
    this.#told = told;
    this.#times = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const question = questionOf(request.method ?? "GET", request.url ?? "/", body);
    const tag = request.headers["if-none-match"];
    const answer = await this.#answer(question, request, body, tag);
    const told = this.#told;
    // That nothing has changed since, which is what 304 says, is no lie of its own.
    const isLie = told?.question === question && answer.status === 200;
    if (isLie) this.#times += 1;
    const said = isLie ? told.change(answer) : answer;
    response.writeHead(said.status, said.headers);
    response.end(said.body);
  }

  /** The API is asked once, but for whether a tag still stands. */
  async #answer(
    question: string,
    { method, url, headers }: IncomingMessage,
    body: Buffer,
    tag: string | undefined,
  ): Promise<Answer> {
    const known = tag === undefined ? this.seen.get(question) : undefined;
    if (known !== undefined) return known;
    const asked = await fetch(`${this.#apiUrl}${url}`, {
      method: method ?? "GET",
      headers: {
        ...(headers["content-type"] && { "Content-Type": headers["content-type"] }),
        ...(headers.accept && { Accept: headers.accept }),
        ...(tag !== undefined && { "If-None-Match": tag }),
      },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const kept = [...asked.headers].filter(([name]) => !NOT_PASSED_ON.includes(name));
    const answer = {
      status: asked.status,
      headers: Object.fromEntries(kept),
      body: isStream(kept) ? await readStream(asked) : Buffer.from(await asked.arrayBuffer()),
    };
    if (tag === undefined) this.seen.set(question, answer);
    return answer;
  }
}

const questionOf = (method: string, url: string, body: Buffer): string =>
  method === "GET" ? url : `${method} ${url} ${body.toString()}`;

const isStream = (headers: readonly [string, string][]): boolean =>
  headers.some(([name, value]) => name === "content-type" && value.startsWith("text/event-stream"));

const QUIET_MS = 500;

/** What a stream says until it has nothing more to say for a while. */
async function readStream({ body }: Response): Promise<Buffer> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  for (;;) {
    const quiet = new Promise<undefined>((resolve) => setTimeout(resolve, QUIET_MS, undefined));
    const part = await Promise.race([reader?.read(), quiet]);
    if (part?.value === undefined) break;
    parts.push(part.value);
  }
  await reader?.cancel();
  return Buffer.concat(parts);
}
