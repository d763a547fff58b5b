import { expect } from "chai";
import type { Pool } from "pg";
import type { PublicClient } from "viem";
import type { ZodType, z } from "zod";
import { createApp } from "../app.ts";
import { type CallerSettings, UNLIMITED } from "../callers/CallerLimits.ts";
import { type Context, createContext } from "../context.ts";
import { migrate } from "../database/migrate.ts";
import { createPool } from "../database/pools.ts";
import { provision, type RoleUrls } from "../database/provision.ts";
import type { EvidenceLimits } from "../evidence/EvidenceStore.ts";
import { BLOCK_HEADER } from "../http/answers.ts";
import { PROBLEM_JSON, type Problem, problemSchema } from "../http/problem.ts";
import { serve } from "../serve.ts";
import { FakeChain } from "./FakeChain.ts";
import { IndexBuild } from "./indexTables.ts";
import { deployment } from "./names.ts";
import { createDatabase } from "./postgres.ts";
import { fillIndex } from "./world.ts";

const PASSWORDS = { indexer: "indexer's", api: "a%p:i/" };
const SCHEMAS = { index: "azora", api: "azora_api" };
/** For a `minBlock`; less than the ten seconds of everyday. */
const WAIT_MS = 1_000;
/** More than tests open, but where it matters. */
export const STREAMS = 20;
export const LIMITS: EvidenceLimits = { totalBytes: 1_000_000, retention: 3_600 };

interface Limits {
  limits: EvidenceLimits;
  callers: CallerSettings;
  /** Tests change the index without a new block, so that nothing is kept unless it is what they are about. */
  answerBytes: number;
}

/** The API over a database of its own. */
export class TestApi {
  readonly urls: RoleUrls;
  readonly adminUrl: string;
  readonly build: IndexBuild;
  readonly pool: Pool;
  readonly chain: FakeChain;
  readonly context: Context;
  readonly #app: ReturnType<typeof createApp>;
  readonly #stop = new AbortController();
  readonly #listening: Promise<void>;

  private constructor(
    adminUrl: string,
    urls: RoleUrls,
    build: IndexBuild,
    { limits, callers, answerBytes }: Limits,
  ) {
    this.adminUrl = adminUrl;
    this.urls = urls;
    this.build = build;
    this.pool = createPool(urls.api, SCHEMAS);
    this.chain = new FakeChain();
    const chain: PublicClient = this.chain.client;
    this.context = createContext({
      deployment,
      publicRpcUrl: null,
      chain,
      pool: this.pool,
      schemas: SCHEMAS,
      databaseUrl: urls.api,
      limits,
      callers,
      streams: STREAMS,
      answerBytes,
      waitMs: WAIT_MS,
    });
    this.#app = createApp(this.context);
    this.#listening = this.context.listener.run(this.#stop.signal);
  }

  static async start(limits: Limits, adminUrl: string): Promise<TestApi> {
    const urls = await provision(adminUrl, PASSWORDS);
    await migrate(urls.api, SCHEMAS.api);
    return new TestApi(adminUrl, urls, await IndexBuild.create(urls.indexer), limits);
  }

  async fetch(path: string, init?: RequestInit): Promise<Response> {
    return this.#app.request(path, init);
  }

  /** Asks for what has to succeed. The answer is held to the schema of its route, and may have nothing beside it. */
  async get<schema extends ZodType>(path: string, schema: schema): Promise<z.output<schema>> {
    const response = await this.fetch(path);
    const json: unknown = await response.json();
    expect(response.status, JSON.stringify(json)).to.equal(200);
    const { data, error } = schema.safeParse(json);
    expect(error?.message, path).to.equal(undefined);
    expect(data).to.deep.equal(json);
    return schema.parse(json);
  }

  /** Asks for what has to be refused. */
  async refused(path: string, status: number, init?: RequestInit): Promise<Problem> {
    const response = await this.fetch(path, init);
    const text = await response.text();
    expect(response.status, text).to.equal(status);
    expect(response.headers.get("content-type")).to.equal(PROBLEM_JSON);
    const problem = problemSchema.parse(JSON.parse(text));
    expect(problem.status).to.equal(status);
    return problem;
  }

  /** Follows a list to its end. */
  async all<item>(path: string, schema: ZodType<{ items: item[]; next: string | null }>): Promise<item[]> {
    const items: item[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: { items: item[]; next: string | null } = await this.get(
        `${path}${next && `&cursor=${next}`}`,
        schema,
      );
      items.push(...page.items);
      expect(items.length, "pages without an end").to.be.below(1_000);
      next = page.next;
    }
    return items;
  }

  /** Serves it as the gateway does, for what can only be seen through a real server. */
  async listen(): Promise<{ url: string; stop(): Promise<void> }> {
    const stopped = new AbortController();
    let ended = Promise.resolve();
    const port = await new Promise<number>((resolve, reject) => {
      ended = serve(this.#app, { host: "127.0.0.1", port: 0 }, stopped.signal, resolve);
      ended.catch(reject);
    });
    return {
      url: `http://127.0.0.1:${port}`,
      stop: async () => {
        stopped.abort();
        await ended;
      },
    };
  }

  async blockOf(path: string): Promise<string | null> {
    return (await this.fetch(path)).headers.get(BLOCK_HEADER);
  }

  async stop(): Promise<void> {
    this.context.feed.close();
    this.#stop.abort();
    await this.#listening;
    await this.pool.end();
    await this.build.close();
  }
}

/** An API for the tests of a `describe`, with the world in its index unless it is to be empty. */
export function useApi({
  empty = false,
  limits = LIMITS,
  callers = UNLIMITED,
  answerBytes = 0,
} = {}): () => TestApi {
  let api: TestApi | undefined;
  before(async () => {
    api = await TestApi.start({ limits, callers, answerBytes }, await createDatabase());
    if (empty) return;
    await fillIndex(api.build.db);
    await api.build.publish();
  });
  after(async () => {
    await api?.stop();
  });
  return () => {
    if (api === undefined) throw new Error("The API of these tests has not started.");
    return api;
  };
}
