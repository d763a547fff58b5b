import type { Chain, SaidBlock } from "./Chain.ts";
import type { Tally } from "./compare.ts";
import type { Answer, Gateway } from "./Gateway.ts";
import { Lie } from "./Lie.ts";

const VERIFIED = /^(\d+);root="(0x[0-9a-f]{64})";block=(\d+)$/;

/** What an answer says in its headers. */
export class HeaderCheck {
  readonly #chain: Chain;
  readonly #gateway: Gateway;
  readonly #proven = new Set<string>();
  readonly #revalidated = new Set<string>();

  constructor(chain: Chain, gateway: Gateway) {
    this.#chain = chain;
    this.#gateway = gateway;
  }

  /** @throws Lie */
  async check(answer: Answer, block: SaidBlock, name: string, tally: Tally): Promise<void> {
    this.#checkBlock(answer, block);
    tally.fields += 1;
    if (await this.#checkVerified(answer)) tally.fields += 1;
    if (this.#revalidated.has(name)) return;
    await this.#checkTag(answer);
    this.#revalidated.add(name);
    tally.fields += 1;
  }

  #checkBlock({ route, headers }: Answer, { number, hash, timestamp }: SaidBlock): void {
    const said = headers.get("Azora-Block");
    const chain = `${number};hash="${hash}";timestamp=${timestamp}`;
    if (said !== chain) throw headerLie(route, "Azora-Block", said, chain, "the node's header");
  }

  /** Without an auditor there is none. */
  async #checkVerified({ route, headers }: Answer): Promise<boolean> {
    const said = headers.get("Azora-Verified");
    if (said === null || this.#proven.has(said)) return said !== null;
    const [, size, root, block] = VERIFIED.exec(said) ?? [];
    if (size === undefined || block === undefined)
      throw headerLie(route, "Azora-Verified", said, "a proven size", "the API's own auditor");
    const head = await this.#chain.ledgerAt(BigInt(block));
    const chain = head && `${head.size};root="${head.root}";block=${block}`;
    if (`${size};root="${root}";block=${block}` !== chain)
      throw headerLie(route, "Azora-Verified", said, chain, "eth_call AuditLedger.peaks and root");
    this.#proven.add(said);
    return true;
  }

  /** Sent back, the tag must stand for this answer, or for none that is given any more. */
  async #checkTag({ route, headers }: Answer): Promise<void> {
    const tag = headers.get("ETag");
    const lie = (chain: unknown) => headerLie(route, "ETag", tag, chain, "what If-None-Match is answered");
    if (tag === null) throw lie("a tag");
    const again = await this.#gateway.fetch(route, { headers: { "If-None-Match": tag } });
    await again.arrayBuffer();
    if (again.status === 304) return;
    if (again.headers.get("ETag") === tag) throw lie("a tag that stands for this answer");
  }
}

const headerLie = (route: string, header: string, said: unknown, chain: unknown, proof: string) =>
  new Lie({ route, row: "", field: `header ${header}`, said, chain, proof });
