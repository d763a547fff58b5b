import { createHash } from "node:crypto";
import { accountNode, createDeployment, emailIdentity, findAttributionFault, identityNode } from "@azora/sdk";
import { evidenceHash, manifestSchema } from "@azora/sdk/manifest";
import { expect } from "chai";
import type { Hex } from "viem";
import { en } from "#strings/en.ts";
import { registerTransaction } from "#transactions/definitions/register.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { isRegistered, workOf } from "./work.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const registrant = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const cited = (digits: string): Hex => `0x01${digits.repeat(31)}`;

const draft: Draft = {
  ...EMPTY_DRAFT,
  title: " A song ",
  summary: "In three\nparts.",
  files: [{ path: "song.ogg", bytes: 5, sha256: "d".repeat(64) }],
  contributors: [
    { key: 1, name: registrant.toLowerCase(), pin: { weight: 600_000, turn: 1 } },
    { key: 2, name: "github:Alice" },
    { key: 3, name: "git:ada@example.org" },
  ],
  upstream: [
    { id: cited("ee"), number: 2, title: "B", weight: 100_000 },
    { id: cited("aa"), number: 1, title: "A", weight: 50_000 },
  ],
};

describe("a form that becomes a work", () => {
  const work = workOf(draft, deployment, registrant);

  it("has a valid manifest in canonical form, with its registrant inside", () => {
    const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(work.manifest)));
    expect(manifest).to.deep.include({
      kind: "files",
      title: "A song",
      summary: "In three parts.",
      registrant,
    });
    expect(work.evidenceHash).to.equal(evidenceHash(manifest));
    expect(work.evidenceHash).to.equal(`0x${createHash("sha256").update(work.manifest).digest("hex")}`);
    expect(work.uri).to.match(/^ipfs:\/\/bafkrei/);
  });

  it("names people as manifests do, without any e-mail address", () => {
    const text = new TextDecoder().decode(work.manifest);
    expect(text).to.not.contain("example.org");
    const { contributors } = manifestSchema.parse(JSON.parse(text));
    expect(contributors.map(({ node }) => node)).to.deep.equal([
      registrant,
      "github:alice",
      emailIdentity("ada@example.org"),
    ]);
  });

  it("has an attribution that the contracts take, of the same people and weights", () => {
    expect(findAttributionFault(work.attribution, 300_000)).to.equal(undefined);
    const weights = new Map(work.attribution.contributors.map(({ node, weight }) => [node, weight]));
    expect(weights.get(accountNode(registrant))).to.equal(600_000);
    expect(weights.get(identityNode("github:alice"))).to.equal(200_000);
    expect(work.attribution.upstream.map(({ node }) => node)).to.deep.equal([cited("aa"), cited("ee")]);
  });

  it("is known again as what was registered, until it is edited", () => {
    const sent = registerTransaction(deployment, work, en);
    expect(isRegistered(workOf({ ...draft }, deployment, registrant), sent)).to.equal(true);
    const edited = workOf({ ...draft, title: "Another song" }, deployment, registrant);
    for (const other of [edited, undefined]) expect(isRegistered(other, sent)).to.equal(false);
    expect(isRegistered(work, undefined)).to.equal(false);
  });

  it("is another work when another account registers it", () => {
    const other = workOf(draft, deployment, "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");
    expect(other.evidenceHash).to.not.equal(work.evidenceHash);
    expect(other.contribution).to.not.equal(work.contribution);
  });
});
