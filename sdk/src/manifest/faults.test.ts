import { expect } from "chai";
import type { Attribution, Share } from "../attribution.ts";
import { generatedHistory, groupManifest } from "../git/index.ts";
import { personNode, personShares } from "../people.ts";
import { filesManifest, manifestFaults } from "./index.ts";

const ALICE = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const MALLORY = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const cited: readonly Share[] = [{ node: `0x01${"ab".repeat(31)}`, weight: 100_000 }];

const manifest = filesManifest({
  chainId: 31_337,
  registrant: ALICE,
  contributors: [
    { node: ALICE, weight: 600_000 },
    { node: "github:bob", weight: 400_000 },
  ],
  title: "A song",
  summary: "",
  upstream: cited,
  files: [{ path: "a.ogg", bytes: 1, sha256: "a".repeat(64) }],
});
const own = {
  chainId: 31_337,
  registrant: ALICE,
  attribution: { contributors: personShares(manifest.contributors), upstream: cited },
};

describe("whether a manifest speaks of a work", () => {
  it("it does if chain, registrant, people and citations are the work's, in any order and case", () => {
    expect(manifestFaults(manifest, own)).to.deep.equal([]);
    const { contributors, upstream } = own.attribution;
    const turned = { contributors: contributors.toReversed(), upstream };
    const same = { ...own, registrant: ALICE.toLowerCase(), attribution: turned };
    expect(manifestFaults(manifest, same)).to.deep.equal([]);
  });

  it("it does not if somebody else registered its hash, and says all that differs", () => {
    const contributors = [{ node: personNode(MALLORY), weight: 1_000_000 }];
    const copy = { chainId: 1, registrant: MALLORY, attribution: { contributors, upstream: [] } };
    expect(manifestFaults(manifest, copy)).to.deep.equal([
      "It is for chain 31337, and the work was registered on chain 1.",
      `It names ${ALICE} as registrant, and ${MALLORY} registered the work.`,
      `It gives ${ALICE} 60%, and the work nothing. Of 3 people the shares differ.`,
      "It cites 1 work with 10%, and the work no work.",
    ]);
    expect(manifestFaults(manifest, { ...own, registrant: MALLORY })).to.have.length(1);
  });

  it("compares each share and each citation", () => {
    const { contributors, upstream } = own.attribution;
    const faults = (changed: Partial<Attribution>) =>
      manifestFaults(manifest, { ...own, attribution: { ...own.attribution, ...changed } });
    const [first, second] = contributors.map(({ node, weight }, place) => {
      return { node, weight: place === 0 ? weight + 1 : weight - 1 };
    });
    if (first === undefined || second === undefined) throw new Error("There are two.");
    expect(faults({ contributors: [first, second] })[0]).to.match(/60%, and the work 60\.0001%/);
    const other: Share = { node: `0x01${"cd".repeat(31)}`, weight: 100_000 };
    expect(faults({ upstream: [other] })).to.deep.equal([
      "It cites 1 work with 10%, and the work others, or with other weights.",
    ]);
    for (const wrong of [[], [...upstream, other], upstream.map((share) => ({ ...share, weight: 1 }))])
      expect(faults({ upstream: wrong })).to.have.length(1);
  });

  it("compares weights where works are cited by names that the chain does not know", () => {
    const made = generatedHistory({ seed: "faults", contributions: 3 });
    const upstream = [
      { group: 0, weight: 20_000 },
      { group: 1, weight: 100_000 },
    ];
    const git = groupManifest(
      { ...made, groups: made.groups.map((group) => ({ ...group, upstream })) },
      2,
      own,
    );
    const faults = (...weights: number[]) => {
      const shares = weights.map((weight, place) => ({
        node: `0x01${"ab".repeat(30)}0${place}` as const,
        weight,
      }));
      const attribution = { contributors: personShares(git.contributors), upstream: shares };
      return manifestFaults(git, { ...own, attribution });
    };
    expect(faults(100_000, 20_000)).to.deep.equal([]);
    for (const wrong of [[100_000], [100_000, 20_001], [100_000, 20_000, 100]])
      expect(faults(...wrong)).to.have.length(1);
  });
});
