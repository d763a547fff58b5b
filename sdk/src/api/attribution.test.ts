import { expect } from "chai";
import { accountNode, identityNode } from "../node.ts";
import { attributionOf } from "./index.ts";

describe("the attribution of a work that the API tells of", () => {
  it("has the nodes and weights alone, in the order that the contracts ask for", () => {
    const [alice, bob] = [identityNode("github:alice"), accountNode(`0x${"b0".repeat(20)}`)];
    const person = { kind: "Identity", account: null } as const;
    const work = { title: null, number: 1, phase: "Settled" } as const;
    const [first, second] = [`0x01${"11".repeat(31)}`, `0x01${"22".repeat(31)}`];
    const attribution = attributionOf({
      contributors: [
        { ...person, node: alice, weight: 400_000 },
        { ...person, node: bob, weight: 600_000 },
      ],
      upstream: [
        { ...work, id: second, weight: 2_000 },
        { ...work, id: first, weight: 1_000 },
      ],
    });
    expect(attribution.contributors.map(({ node }) => node)).to.deep.equal([alice, bob].sort());
    expect(attribution.contributors).to.deep.include({ node: bob, weight: 600_000 });
    expect(attribution.upstream).to.deep.equal([
      { node: first, weight: 1_000 },
      { node: second, weight: 2_000 },
    ]);
  });
});
