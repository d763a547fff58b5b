import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BUILDS } from "./scratch.ts";

/** A contract as the compiler names it. */
export interface Compiled {
  /** Relative to the project. */
  readonly file: string;
  readonly name: string;
  readonly abi: unknown;
  readonly bytecode: string;
  readonly deployedBytecode: string;
  readonly immutableReferences: unknown;
}

interface Input {
  readonly language: string;
  readonly sources: Readonly<Record<string, { content: string }>>;
  readonly settings: { readonly remappings: readonly string[] };
}

interface ContractOutput {
  ir: string;
  abi: unknown;
  evm: {
    bytecode: { object: string };
    deployedBytecode: { object: string; immutableReferences: unknown };
  };
}

interface Output {
  errors?: { severity: string; formattedMessage: string }[];
  contracts?: Record<string, Record<string, ContractOutput>>;
}

type Place = readonly [source: string, name: string];

const solc: { compile(input: string): string } = createRequire(import.meta.url)("solc");

/** How the build names the project's sources. */
const PROJECT = "project/";
const SOURCES_USED = /@use-src (.*)/g;
const SOURCE = /\d+:"([^"]+)"/g;
const CODE = ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"].concat(
  "evm.deployedBytecode.immutableReferences",
);

/** The compiler, loaded once, with the sources of the scratch copy that is the working folder. It compiles what a changed source has a part in, and no more. */
export class Compiler {
  readonly #input: Input;
  /** By source: the contracts that have code of it. */
  readonly #users = new Map<string, Place[]>();
  /** The code of contracts without any change. */
  readonly #unchanged = new Map<string, string>();

  constructor() {
    this.#input = readInput();
    const own = Object.keys(this.#input.sources).filter((source) => source.startsWith(PROJECT));
    const output = this.#run(
      this.#input.sources,
      Object.fromEntries(own.map((source) => [source, { "*": ["ir"] }])),
    );
    const error = output.errors?.find(({ severity }) => severity === "error");
    if (error !== undefined) throw new Error(`Without any change: ${error.formattedMessage}`);
    for (const [source, contracts] of Object.entries(output.contracts ?? {}))
      for (const [name, { ir }] of Object.entries(contracts))
        for (const used of sourcesOf(ir)) {
          const users = this.#users.get(used) ?? [];
          users.push([source, name]);
          this.#users.set(used, users);
        }
  }

  /**
   * The contracts whose code is another with a changed file: none if the change makes no difference.
   * @param among The folder in which to look, or the one source of a contract
   * @return undefined if it does not compile
   */
  compile(file: string, text: string, among: string): Compiled[] | undefined {
    const changed = PROJECT + file;
    const places = (this.#users.get(changed) ?? []).filter(([source]) => source.startsWith(PROJECT + among));
    if (places.length === 0) return [];
    const unknown = places.filter((place) => !this.#unchanged.has(place.join()));
    for (const { file: source, name, bytecode } of this.#contracts(this.#input.sources, unknown) ?? [])
      this.#unchanged.set([PROJECT + source, name].join(), bytecode);
    const sources = { ...this.#input.sources, [changed]: { content: text } };
    return this.#contracts(sources, places)?.filter(
      ({ file: source, name, bytecode }) => this.#unchanged.get([PROJECT + source, name].join()) !== bytecode,
    );
  }

  #contracts(sources: Input["sources"], places: readonly Place[]): Compiled[] | undefined {
    const selection: Record<string, Record<string, string[]>> = {};
    for (const [source, name] of places) selection[source] = { ...selection[source], [name]: CODE };
    if (places.length === 0) return [];
    const output = this.#run(sources, selection);
    if (output.errors?.some(({ severity }) => severity === "error")) return undefined;
    return places.flatMap(([source, name]) => {
      const contract = output.contracts?.[source]?.[name];
      if (contract === undefined) return [];
      const { bytecode, deployedBytecode } = contract.evm;
      return {
        file: source.slice(PROJECT.length),
        name,
        abi: contract.abi,
        bytecode: `0x${bytecode.object}`,
        deployedBytecode: `0x${deployedBytecode.object}`,
        immutableReferences: deployedBytecode.immutableReferences,
      };
    });
  }

  #run(sources: Input["sources"], outputSelection: object): Output {
    // Without a hash of the sources at its end, equal code is equal.
    const settings = { ...this.#input.settings, outputSelection, metadata: { appendCBOR: false } };
    return JSON.parse(solc.compile(JSON.stringify({ ...this.#input, sources, settings })));
  }
}

/**
 * The settings of the build and the packages' sources, with the contracts and the fuzz tests as they are: what a build knows of
 * a contract that was compiled by another build may be old.
 */
function readInput(): Input {
  const builds: { input: Input }[] = JSON.parse(readFileSync(BUILDS, "utf8"));
  const [first] = builds;
  if (first === undefined) throw new Error("Nothing has been built.");
  const packages = builds.flatMap(({ input }) =>
    Object.entries(input.sources).filter(([source]) => !source.startsWith(PROJECT)),
  );
  const own = globSync(["contracts/**/*.sol", "test/contracts/{fuzz,support}/*.sol"]);
  const remappings = [...new Set(builds.flatMap(({ input }) => input.settings.remappings))];
  return {
    ...first.input,
    settings: { ...first.input.settings, remappings },
    sources: Object.fromEntries([
      ...packages,
      ...own.map((file) => [PROJECT + file, { content: readFileSync(file, "utf8") }]),
    ]),
  };
}

/** The sources that a contract has code of. */
function sourcesOf(ir: string): Set<string> {
  const lines = [...ir.matchAll(SOURCES_USED)].map(([, list = ""]) => list);
  return new Set(lines.flatMap((list) => [...list.matchAll(SOURCE)].map(([, source = ""]) => source)));
}
