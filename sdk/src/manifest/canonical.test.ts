import { createHash } from "node:crypto";
import { expect } from "chai";
import { canonicalManifest, evidenceCid, evidenceHash, type Manifest, manifestSchema } from "./index.ts";

const registrant = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const author: `git:${string}` = `git:${"a".repeat(64)}`;
const hash = "b".repeat(40);

const manifest: Manifest = {
  version: 1,
  kind: "git-range",
  chainId: 31_337,
  registrant,
  title: "Café 🚀",
  summary: "One commit.",
  repository: { name: "azora", remote: "https://example.org/azora.git" },
  range: { from: null, to: hash, digest: "c".repeat(64) },
  commits: [
    {
      ...{ hash, author, coAuthors: [], date: "2024-01-31T12:00:00Z", subject: "Began" },
      ...{ added: 1, deleted: 0, files: 1 },
    },
  ],
  commitsOmitted: 0,
  contributors: [{ node: author, weight: 1_000_000 }],
  contributorsFolded: 0,
  upstream: [],
  upstreamDropped: 0,
  totals: {
    ...{ commits: 1, added: 1, deleted: 0, files: 1 },
    ...{ binaryFiles: 0, testLines: 0, docLines: 0, generatedLines: 0 },
  },
  notes: [],
};

describe("a manifest", () => {
  it("has one canonical form, whatever the order of its fields", () => {
    const turned = Object.fromEntries(Object.entries(manifest).toReversed());
    expect(canonicalManifest(manifestSchema.parse(turned))).deep.equal(canonicalManifest(manifest));
    const text = new TextDecoder().decode(canonicalManifest(manifest));
    expect(text)
      .match(/^\{"chainId":31337,"commits":\[\{"added":1,"author":/)
      .and.not.includes(" :");
    expect(JSON.parse(text)).deep.equal(manifest);
  });

  it("is hashed with SHA-256 over exactly these bytes", () => {
    const expected = createHash("sha256").update(canonicalManifest(manifest)).digest("hex");
    expect(evidenceHash(manifest)).equal(`0x${expected}`);
  });

  it("names its registrant, so that another's copy has another hash", () => {
    const copied = { ...manifest, registrant: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC" };
    expect(evidenceHash(copied)).not.equal(evidenceHash(manifest));
  });

  it("has the CID that IPFS gives to the same bytes", () => {
    // `printf 'hello world' | ipfs add --cid-version=1 --raw-leaves`
    const hello = createHash("sha256").update("hello world").digest("hex");
    expect(evidenceCid(`0x${hello}`)).equal("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
    expect(evidenceCid(evidenceHash(manifest))).match(/^bafkrei[a-z2-7]{52}$/);
    expect(() => evidenceCid("0x12")).throw(RangeError);
  });

  const wrong: [string, object][] = [
    ["another version", { version: 2 }],
    ["an address in lower case", { registrant: registrant.toLowerCase() }],
    ["weights short of a million", { contributors: [{ node: author, weight: 999_999 }] }],
    [
      "a weight under 0.01%",
      {
        contributors: [
          { node: author, weight: 999_901 },
          { node: "git:b", weight: 99 },
        ],
      },
    ],
    ["a contributor twice", { contributors: Array(2).fill({ node: author, weight: 500_000 }) }],
    ["nobody credited", { contributors: [] }],
    ["control characters", { title: "a\u0000b" }],
    ["a lone surrogate", { title: "a\ud800" }],
    ["a field that no version has", { path: "/home/ada" }],
    ["commits that do not make the total", { commitsOmitted: 1 }],
    ["a number beyond JSON's", { upstreamDropped: 2 ** 53 }],
    ["a short commit name", { range: { ...{ from: null, digest: "c".repeat(64) }, to: "abc" } }],
  ];
  for (const [what, change] of wrong) {
    it(`is refused with ${what}`, () => {
      expect(manifestSchema.safeParse({ ...manifest, ...change }).success).equal(false);
    });
  }

  it("describes files as well", () => {
    const files = {
      ...{ version: 1, kind: "files", chainId: 1, registrant, title: "A song", summary: "" },
      contributors: [
        { node: "github:alice", weight: 400_000 },
        { node: registrant, weight: 600_000 },
      ],
      upstream: [{ key: "git:root..x", weight: 100 }],
      files: [{ path: "song.ogg", bytes: 5_000_000, sha256: "d".repeat(64) }],
    };
    expect(manifestSchema.safeParse(files).success).equal(true);
    expect(manifestSchema.safeParse({ ...files, files: [] }).success).equal(false);
  });
});
