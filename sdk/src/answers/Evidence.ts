import { type Hex, sha256 } from "viem";
import { problemOf } from "../api/problem.ts";
import { type Manifest, manifestSchema } from "../manifest/index.ts";
import type { Gateway } from "./Gateway.ts";
import { Lie } from "./Lie.ts";

/** The proof of what a manifest says. */
export const EVIDENCE = "its evidence";

/** What evidence says of a work. */
export interface Told {
  readonly title: string;
  readonly summary: string;
}

/** Manifests, which the API keeps and whose hashes the chain has. */
export class Evidence {
  readonly #gateway: Gateway;
  readonly #known = new Map<string, { told: Told; registrant: string }>();

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /**
   * Nothing if the API does not have it, or it names another registrant: a copied hash brings nobody else's title.
   * @throws Lie if the bytes are not those of the hash
   */
  async of(hash: Hex, registrant: string): Promise<Told | undefined> {
    const known = this.#known.get(hash) ?? (await this.#read(hash));
    if (known === undefined) return undefined;
    this.#known.set(hash, known);
    return known.registrant.toLowerCase() === registrant.toLowerCase() ? known.told : undefined;
  }

  async #read(hash: Hex): Promise<{ told: Told; registrant: string } | undefined> {
    const route = `/v1/evidence/${hash}`;
    const response = await this.#gateway.fetch(route);
    if (response.status === 404) return undefined;
    if (!response.ok) throw await problemOf(response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const digest = sha256(bytes);
    const lie = (said: unknown, chain: unknown, proof: string) =>
      new Lie({ route, row: "", field: "", said, chain, proof });
    if (digest !== hash)
      throw lie(`bytes of ${digest}`, `bytes of ${hash}`, "SHA-256 and the log Registered");
    const manifest = manifestOf(new TextDecoder().decode(bytes));
    if (manifest === undefined) throw lie("no manifest", "a manifest of version 1", "the format of evidence");
    const { title, summary, registrant } = manifest;
    return { told: { title, summary }, registrant };
  }
}

function manifestOf(text: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
