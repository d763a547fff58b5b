import { setTimeout as sleep } from "node:timers/promises";
import type { Hex } from "viem";
import { ApiProblem } from "../api/problem.ts";
import { type At, type Chain, Elsewhere, type SaidBlock } from "./Chain.ts";
import { compare, type Tally } from "./compare.ts";
import { EVIDENCE, type Evidence } from "./Evidence.ts";
import { by, type Expected } from "./facts.ts";
import { type Answer, type Gateway, parseAnswer } from "./Gateway.ts";
import { HeaderCheck } from "./HeaderCheck.ts";
import { Lie } from "./Lie.ts";
import { halvesOf, partOf, partRoute, routeWith } from "./parts.ts";

/** The most that a page has. */
export const LIMIT = 100;
/** Of a list that is asked for in part. */
export const FEW = 5;

/** A row of a list before it is made out. */
export interface Row<item> {
  /** What the list is in the order of. */
  readonly key: readonly (number | bigint | string)[];
  expect(): Promise<Expected<item>> | Expected<item>;
}

export interface List<item> {
  rows(at: At): Promise<readonly Row<item>[]>;
  /** Negative if the first comes first. */
  order(a: Row<item>["key"], b: Row<item>["key"]): number;
}

/** Where a page ends. */
interface Page {
  /** What its last row is in the order of. */
  last: Row<unknown>["key"] | undefined;
  /** The cursor of the one after it. */
  next: string | null;
}

interface PageOptions {
  readonly limit: number;
  /** The fields that are asked for; all unless said. */
  readonly half?: readonly string[];
  readonly after?: Page;
}

export interface ExaminerOptions {
  readonly chain: Chain;
  readonly gateway: Gateway;
  readonly evidence: Evidence;
  /** How many rows of a list are looked at one by one; all unless said. */
  readonly sample?: number | undefined;
  /** How long the API may be where the node is not, as in a reorganisation. */
  readonly patienceMs?: number | undefined;
  readonly onProgress?: ((name: string, tally: Tally) => void) | undefined;
}

const PATIENCE_MS = 10_000;
const AGAIN_MS = 250;

/** Asks, and holds each answer to the chain at the block of which it says that it holds there. */
export class Examiner {
  readonly chain: Chain;
  readonly gateway: Gateway;
  readonly evidence: Evidence;
  /** The first and the last block of which an answer was looked at. */
  blocks: { first: number; last: number } | undefined;
  /** By response class. */
  readonly tallies = new Map<string, Tally>();
  readonly #options: ExaminerOptions;
  readonly #headers: HeaderCheck;
  /** Response classes that were asked for in part. */
  readonly #inPart = new Set<string>();

  constructor(options: ExaminerOptions) {
    this.#options = options;
    this.chain = options.chain;
    this.gateway = options.gateway;
    this.evidence = options.evidence;
    this.#headers = new HeaderCheck(options.chain, options.gateway);
  }

  tallyOf(name: string): Tally {
    const tally = this.tallies.get(name) ?? { rows: 0, fields: 0 };
    this.tallies.set(name, tally);
    return tally;
  }

  /**
   * @param name Of the response class.
   * @param expect Without the block, which is looked at by itself.
   * @throws Lie
   */
  async answer<answer extends { block: SaidBlock }>(
    name: string,
    route: string,
    expect: (at: At, said: Record<string, unknown>) => Promise<Expected<Omit<answer, "block">>>,
  ): Promise<void> {
    await this.#look(name, route, expect);
  }

  /** The same of something that can be asked for in part as well: one of each class is, in two halves. */
  async whole<answer extends { block: SaidBlock }>(
    name: string,
    route: string,
    expect: (at: At) => Promise<Expected<Omit<answer, "block">>>,
  ): Promise<void> {
    let fields: readonly string[] = [];
    await this.#look(name, route, async (at) => {
      const expected = await expect(at);
      fields = Object.values(expected).flatMap((subject) => Object.keys(Object(subject)));
      return expected;
    });
    if (this.#inPart.has(name)) return;
    this.#inPart.add(name);
    for (const half of halvesOf(fields)) {
      const expectHalf = async (at: At) => {
        const subjects = Object.entries(await expect(at));
        return Object.fromEntries(subjects.map(([key, each]) => [key, partOf(Object(each), half)]));
      };
      const question = partRoute(route, half);
      await this.#look(name, question, expectHalf, question);
    }
  }

  /** @param tagged Of the answers whose tag is checked once: those of some fields have each their own. */
  async #look(
    name: string,
    route: string,
    expect: (at: At, said: Record<string, unknown>) => Promise<object>,
    tagged = name,
  ): Promise<void> {
    await settled(async () => {
      const { at, said, answer } = await this.ask(route);
      const tally = this.tallyOf(name);
      tally.rows += 1;
      await this.#headers.check(answer, at.block, tagged, tally);
      const { block, ...rest } = said;
      tally.fields += Object.keys(Object(block)).length;
      compare(route, rest, await expect(at, said), tally);
      this.#options.onProgress?.(name, tally);
    });
  }

  /** Asks for something that says in it at which block it holds, and for the chain as of that block. */
  async ask(route: string): Promise<{ at: At; said: Record<string, unknown>; answer: Answer }> {
    const { at, answer } = await this.askAt(route, (each) => blockIn(objectIn(each)));
    return { at, answer, said: objectIn(answer) };
  }

  /** It is asked again while the node and the index are apart. @throws Lie if they stay so */
  async askAt(
    route: string,
    blockOf: (answer: Answer) => SaidBlock | undefined,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ at: At; answer: Answer }> {
    const until = Date.now() + (this.#options.patienceMs ?? PATIENCE_MS);
    for (;;) {
      const answer = await this.#get(route, headers);
      const block = blockOf(answer);
      if (block === undefined) throw lieOf(route, "block", undefined, "a block", DESCRIPTION);
      try {
        const at = await this.chain.at(block);
        this.blocks = { first: this.blocks?.first ?? block.number, last: block.number };
        return { at, answer };
      } catch (error) {
        if (!(error instanceof Elsewhere)) throw error;
        if (Date.now() >= until) throw blockLie(route, block, error.actual);
        await sleep(AGAIN_MS);
      }
    }
  }

  /** All that is asked for is on the chain, so that a refusal says that it is not. */
  async #get(route: string, headers?: Readonly<Record<string, string>>): Promise<Answer> {
    try {
      return await this.gateway.get(route, headers);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
      throw lieOf(route, "", `a refusal: ${error.message}`, "something that is there", "the logs");
    }
  }

  /** The chain as of the block that the API has come to. */
  async now(): Promise<At> {
    return (await this.ask("/v1/head")).at;
  }

  /** A list to its end, each page as of its own block. */
  async list<item>(name: string, route: string, list: List<item>): Promise<void> {
    const question = routeWith(route, `limit=${LIMIT}`);
    let page = await this.#page(name, question, list, { limit: LIMIT });
    while (page.next !== null) page = await this.#page(name, question, list, { limit: LIMIT, after: page });
    await this.#listInPart(name, route, list);
  }

  /** Two small pages of a list, in two halves; once for each class. */
  async #listInPart<item>(name: string, route: string, list: List<item>): Promise<void> {
    const [first] = this.#inPart.has(name) ? [] : await list.rows(await this.now());
    if (first === undefined) return;
    this.#inPart.add(name);
    for (const half of halvesOf(Object.keys(Object(await first.expect())))) {
      const question = routeWith(partRoute(route, half), `limit=${FEW}`);
      const page = await this.#page(name, question, list, { limit: FEW, half });
      if (page.next !== null) await this.#page(name, question, list, { limit: FEW, half, after: page });
    }
  }

  /** The rows after those of a page, or the first ones. */
  async #page<item>(
    name: string,
    question: string,
    { rows, order }: List<item>,
    { limit, half, after }: PageOptions,
  ): Promise<Page> {
    const page: Page = { last: undefined, next: null };
    const route =
      after?.next == null ? question : routeWith(question, `cursor=${encodeURIComponent(after.next)}`);
    const expect = async (at: At, said: Record<string, unknown>) => {
      const all = await rows(at);
      const last = after?.last;
      const left = last === undefined ? all : all.filter(({ key }) => order(key, last) > 0);
      const some = left.slice(0, limit);
      const items = await Promise.all(some.map((row) => row.expect()));
      page.last = some.at(-1)?.key;
      page.next = nextOf(route, said, left.length > limit);
      return {
        items: half === undefined ? items : items.map((each) => partOf(Object(each), half)),
        next: by("how many rows there are", page.next),
      };
    };
    await this.#look(name, route, expect, half === undefined ? name : route);
    return page;
  }

  /** So many as are to be looked at one by one, from all over. */
  sampled<item>(items: readonly item[]): readonly item[] {
    const { sample = items.length } = this.#options;
    if (items.length <= sample) return items;
    const step = items.length / sample;
    return Array.from({ length: sample }, (_, i) => items[Math.floor(i * step)] as item);
  }
}

/**
 * Evidence comes and goes without a block: what an answer said of it is asked once more, after it was read, before it is
 * called a lie.
 */
async function settled(look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof Lie) || error.parting.proof !== EVIDENCE) throw error;
    await look();
  }
}

const DESCRIPTION = "the description of the API";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function objectIn(answer: Answer): Record<string, unknown> {
  const said = parseAnswer(answer);
  if (!isObject(said)) throw lieOf(answer.route, "", said, "an object", DESCRIPTION);
  return said;
}

const lieOf = (route: string, field: string, said: unknown, chain: unknown, proof: string) =>
  new Lie({ route, row: "", field, said, chain, proof });

function nextOf(route: string, { next }: Record<string, unknown>, isMore: boolean): string | null {
  if (isMore ? typeof next === "string" && next !== "" : next === null) return next as string | null;
  throw lieOf(route, "next", next, isMore ? "a cursor" : null, "how many rows there are");
}

/** What an answer says of its block, if it says so as it should. */
function blockIn({ block }: Record<string, unknown>): SaidBlock | undefined {
  if (!isObject(block) || Object.keys(block).length !== 3) return undefined;
  const { number, hash, timestamp } = block;
  if (typeof number !== "number" || typeof hash !== "string" || typeof timestamp !== "number")
    return undefined;
  return Number.isSafeInteger(number) && number >= 0 ? { number, hash: hash as Hex, timestamp } : undefined;
}

function blockLie(route: string, said: SaidBlock, actual: SaidBlock | undefined): Lie {
  const field = (["hash", "timestamp", "number"] as const).find((each) => said[each] !== actual?.[each]);
  return lieOf(
    route,
    `block.${field}`,
    field && said[field],
    (field && actual?.[field]) ?? null,
    "the node's header",
  );
}
