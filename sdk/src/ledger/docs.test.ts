import { readFileSync } from "node:fs";
import { expect } from "chai";
import { concatHex, encodeAbiParameters, type Hex, keccak256, numberToHex, parseAbiParameters } from "viem";
import { z } from "zod";
import { protocolAddresses } from "../addresses.ts";
import { LeafKind } from "../generated/enums.ts";
import { hashInner, hashLeaf } from "./leaf.ts";
import { MerkleLedger } from "./MerkleLedger.ts";
import { dataHash, hashPayments } from "./preimages.ts";

const text = readFileSync(new URL("../../../docs/ledger.md", import.meta.url), "utf8");
const [kinds = "", example = ""] = text.split("\n## An example\n");

/** `| 1 | `Registered` | emitter | subject | actor | dataHash |` */
const rows = kinds
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, number = "", kind = ""]) => /^\d+$/.test(number) && /^`\w+`$/.test(kind))
  .map(([, number, kind = "", emitter = "", , , preimage = ""]) => ({
    number: Number(number),
    kind: kind.replaceAll("`", ""),
    isLater: emitter.startsWith("later"),
    preimage,
  }));

/** `leaf 0   0x...`: every labelled hash of the example. */
const hashes = new Map(
  [...example.matchAll(/^ {4}(\S.*?) {2,}(0x[0-9a-f]{64})$/gm)].map(([, label = "", hash]) => [label, hash]),
);

const isKind = (name: string): name is keyof typeof LeafKind => name in LeafKind;

const hex = z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-fA-F]*$/.test(value));
const leaves = z
  .array(
    z.object({
      index: z.int().transform(BigInt),
      timestamp: z.int().transform(BigInt),
      emitter: hex,
      kind: z
        .string()
        .refine(isKind)
        .transform((name) => LeafKind[name]),
      subject: hex,
      actor: hex,
      dataHash: hex,
    }),
  )
  .parse(JSON.parse(/```json\n(.*?)\n```/s.exec(example)?.[1] ?? "[]"));

/** A value for each type of a preimage, different for each place. */
function sample(type: string, place: number): bigint | number | boolean | Hex | number[] {
  if (type === "bool") return true;
  if (type === "uint8[4]") return [1, 2, 3, 4];
  if (type === "address") return numberToHex(place + 1, { size: 20 });
  if (type === "bytes32") return numberToHex(place + 1, { size: 32 });
  return Number(type.slice(4)) <= 48 ? place + 1 : BigInt(place + 1);
}

describe("docs/ledger.md", () => {
  it("lists every kind of leaf with its number, and no other", () => {
    expect(Object.fromEntries(rows.map(({ kind, number }) => [kind, number]))).to.deep.equal(LeafKind);
    expect(rows.map(({ number }) => number)).to.deep.equal(Object.values(LeafKind));
  });

  it("marks as later exactly the kinds that no contract appends", () => {
    const appended = rows.filter(({ isLater }) => !isLater).map(({ kind }) => kind);
    expect(appended).to.have.members(Object.keys(dataHash));
  });

  it("gives the preimages that the sdk hashes", () => {
    const payments = [{ node: numberToHex(7, { size: 32 }), amount: 8n, minted: 9n }];
    const attestors = [numberToHex(5, { size: 20 })];
    const attestorsHash = keccak256(encodeAbiParameters([{ type: "address[]" }], [attestors]));
    // A list is passed whole, and stands in the preimage by its hash.
    const lists = new Map<string, { list: readonly unknown[]; hash: Hex }>([
      ["paymentsHash", { list: payments, hash: hashPayments(payments) }],
      ["attestorsHash", { list: attestors, hash: attestorsHash }],
    ]);
    for (const { kind, isLater, preimage } of rows) {
      if (isLater || kind === "Anchored") continue;
      const parameters = parseAbiParameters(preimage.slice(1, -1));
      const values = parameters.map(
        ({ name, type }, place) => lists.get(name ?? "")?.list ?? sample(type, place),
      );
      const words = parameters.map(({ name }, place) => lists.get(name ?? "")?.hash ?? values[place]);
      const hash: (...args: unknown[]) => Hex = Reflect.get(dataHash, kind);
      expect(hash(...values), kind).to.equal(keccak256(encodeAbiParameters(parameters, words)));
    }
  });

  it("has an example whose hashes, nodes and heads are right", () => {
    const ledger = new MerkleLedger(leaves.map(hashLeaf));
    const node = (left: string, right: string) => hashInner(at(left), at(right));
    const expected = new Map<string, Hex | undefined>([
      ["paymentsHash", hashPayments(payments())],
      ...leaves.map((leaf, index) => [`leaf ${index}`, hashLeaf(leaf)] as const),
      ["node 01", node("leaf 0", "leaf 1")],
      ["node 23", node("leaf 2", "leaf 3")],
      ["node 0123", node("node 01", "node 23")],
      ...[0, 1, 2, 3, 4, 5].map((size) => [`head of ${size}`, ledger.root(size)] as const),
    ]);
    expect(hashes).to.deep.equal(expected);
  });

  it("has an example with the local chain's addresses", () => {
    const genesis = /Genesis at `(0x[0-9a-fA-F]{40})`/.exec(example)?.[1];
    const { validatorRegistry, attributionRegistry, proofOfValue } = protocolAddresses(hex.parse(genesis));
    const emitters = [validatorRegistry, attributionRegistry, proofOfValue, proofOfValue, proofOfValue];
    expect(leaves.map(({ emitter }) => emitter)).to.deep.equal(emitters);
  });

  it("has an example whose bytes and proofs are right", () => {
    const ledger = new MerkleLedger(leaves.map(hashLeaf));
    const lines = [...example.matchAll(/^ {4}([0-9a-f]{2,})$/gm)].map(([, bytes]): Hex => `0x${bytes}`);
    expect(keccak256(concatHex(lines))).to.equal(at("leaf 4"));
    const inclusion = ["leaf 3", "node 01", "leaf 4"].map(at);
    expect(ledger.inclusionProof(2, 5)).to.deep.equal(inclusion);
    expect(ledger.consistencyProof(3, 5)).to.deep.equal([at("leaf 2"), ...inclusion]);
    const settled = dataHash.Settled(
      2,
      80991333927269782133n,
      2591722685672633028256n,
      259172268567263302825n,
      payments(),
    );
    expect(leaves[4]?.dataHash).to.equal(settled);
  });
});

function at(label: string): Hex {
  return hex.parse(hashes.get(label));
}

/** The table of the example: `| `0x...` | amount |`, all of it newly minted. */
function payments() {
  return [...example.matchAll(/^\| `(0x[0-9a-f]{64})` \| (\d+) \|$/gm)].map(([, node, amount = ""]) => ({
    node: hex.parse(node),
    amount: BigInt(amount),
    minted: BigInt(amount),
  }));
}
