import { expect } from "chai";
import { en } from "./en.ts";
import { zu } from "./zu.ts";

type Speaker = (...args: unknown[]) => string;
type Leaf = string | Speaker;

/** Names, units and forms, which no language changes; by the key that they stand at. */
const THE_SAME = [
  /^language\.tag$/,
  /\.appName$/,
  /\.(azr|ether|sha256|hash)$/,
  /^common\.wei$/,
  /^contribution\.(money\.formula|money\.column\.wei|evidence\.column\.hash)$/,
  /^developers\.contracts\.(abi|column\.abi|name\..+)$/,
  /^developers\.live\.topics\.\d\.0$/,
  /^governance\.percent$/,
  /^judge\.vote\.levelOf$/,
  /^payments\.settlement\.formula$/,
  /^status\.index\.behindValue$/,
  /^submit\.people\.examples$/,
];
/** Names with English words in them. */
const NAMES = /Proof of Value|you@example/g;
/** Words that no isiZulu sentence has. */
const ENGLISH = /\b(the|is|are|was|it|this|that|of|and|not|with|for|from|by|you|your)\b/i;
/** More than any function takes. Numbers first: words of a count, then anything else. */
const SAMPLES: readonly (readonly unknown[])[] = [
  [41, 42, 43, 44],
  ["0xaaaa1111bbbb", "0xcccc2222dddd", "0xeeee3333ffff", "0x1111444422225555"],
];
const FEW: readonly (readonly unknown[])[] = [
  [0, 0, 0, 0],
  [1, 1, 1, 1],
  ["1", true],
  ["Up", 3],
  ["Down", 3],
  [3, null],
];

function leavesOf(node: unknown, path = ""): [string, Leaf][] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function") return [[path, (...args) => String(node(...args))]];
  return Object.entries(node ?? {}).flatMap(([key, value]) =>
    leavesOf(value, path === "" ? key : `${path}.${key}`),
  );
}

/** What it says to these arguments; nothing if they are of a kind that it does not take. */
function say(leaf: Leaf, args: readonly unknown[]): string | undefined {
  if (typeof leaf === "string") return leaf;
  try {
    return leaf(...args);
  } catch {
    return undefined;
  }
}

/** The arguments that a sentence shows, whole or by their beginnings and ends. */
const shown = (sentence: string, args: readonly unknown[]): string[] =>
  args.map(String).filter((arg) => sentence.includes(arg) || sentence.includes(arg.slice(0, 6)));

describe("isiZulu", () => {
  const english = leavesOf(en);
  const isiZulu = new Map(leavesOf(zu));
  const pairs = english.map(([path, leaf]) => ({ path, en: leaf, zu: isiZulu.get(path) ?? "" }));
  const differing = pairs.filter(({ path }) => !THE_SAME.some((rule) => rule.test(path)));

  it("has every key of the English, and no other", () => {
    expect([...isiZulu.keys()].sort()).to.deep.equal(english.map(([path]) => path).sort());
    expect(english.length).to.be.greaterThan(1_000);
  });

  it("says something at each", () => {
    const silent = pairs.filter(({ en, zu }) =>
      [...SAMPLES, ...FEW].some((args) => {
        const [ours, theirs] = [say(zu, args), say(en, args)];
        return theirs !== undefined && (ours?.trim() ?? "") === "";
      }),
    );
    expect(silent.map(({ path }) => path)).to.deep.equal([]);
  });

  it("shows each argument that the English shows", () => {
    const missing = pairs.flatMap(({ path, en, zu }) =>
      SAMPLES.flatMap((args) => {
        const [ours, theirs] = [say(zu, args), say(en, args)];
        if (theirs === undefined) return [];
        const lost = shown(theirs, args).filter((arg) => !shown(ours ?? "", args).includes(arg));
        return lost.map((arg) => `${path} lacks ${arg}: ${ours}`);
      }),
    );
    expect(missing).to.deep.equal([]);
  });

  it("keeps the places that the browser fills in", () => {
    const places = (leaf: Leaf) => (typeof leaf === "string" ? (leaf.match(/\{\w+\}/g) ?? []).sort() : []);
    for (const { path, en, zu } of pairs) expect(places(zu), path).to.deep.equal(places(en));
  });

  it("leaves no sentence in English", () => {
    const left = differing.flatMap(({ path, en, zu }) =>
      SAMPLES.flatMap((args) => {
        const [ours, theirs] = [say(zu, args), say(en, args)];
        return ours !== undefined && (ours === theirs || ENGLISH.test(ours.replace(NAMES, "")))
          ? [`${path}: ${ours}`]
          : [];
      }),
    );
    expect(left).to.deep.equal([]);
  });

  it("allows nothing to stay that was translated", () => {
    const unneeded = THE_SAME.filter((rule) => !pairs.some(({ path }) => rule.test(path)));
    expect(unneeded.map(String)).to.deep.equal([]);
  });

  it("counts by its own rule, in which nothing is one too", () => {
    expect([0, 1, 2, 5].map(zu.common.works)).to.deep.equal([
      "umsebenzi ongu-0",
      "umsebenzi ongu-1",
      "imisebenzi engu-2",
      "imisebenzi engu-5",
    ]);
  });

  it("writes numbers as English does, so that amounts have one form", () => {
    for (const number of [1_234_567.891, 0.05, -12_000])
      expect(number.toLocaleString("zu")).to.equal(number.toLocaleString("en"));
  });
});
