import { expect } from "chai";
import type { Hex } from "viem";
import { createDeployment } from "../addresses.ts";
import { Phase } from "../generated/enums.ts";
import { type GitHistory, generatedHistory } from "../git/index.ts";
import { manifestFaults } from "../manifest/index.ts";
import { emptyView, type View, type WorkView } from "../view/index.ts";
import type { Journal } from "./journal.ts";
import { attributionOf } from "./plan.ts";
import { resultOf } from "./result.ts";
import { createSurveyor } from "./survey.ts";

const deployment = createDeployment({ chainId: 31_337, genesis: `0x${"22".repeat(20)}`, block: 0 });
const registrant = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

/** Three works, the last of which stands on both others. */
const history: GitHistory = (() => {
  const made = generatedHistory({ seed: "survey", contributions: 3 });
  const upstream = [
    [],
    [],
    [
      { group: 0, weight: 100_000 },
      { group: 1, weight: 50_000 },
    ],
  ];
  return {
    ...made,
    groups: made.groups.map((group, index) => ({ ...group, upstream: upstream[index] ?? [] })),
  };
})();

const newJournal = (): Journal => ({
  version: 1,
  chain: `0x${"11".repeat(32)}`,
  registry: deployment.addresses.attributionRegistry,
  registrant,
  history,
  decisions: {},
});

function place(view: View, node: Hex, phase: Phase): void {
  const round = {
    round: 1,
    armedAt: 0n,
    drawBlock: 0n,
    panel: [],
    commitEnd: 0n,
    revealEnd: 0n,
    committed: new Map(),
    revealed: new Map(),
  };
  const work: WorkView = {
    contribution: node,
    registrant,
    evidenceHash: "0x",
    uri: "",
    attribution: { contributors: [], upstream: [] },
    rulesVersion: 1,
    bond: 0n,
    past: [],
    challenge: undefined,
    ...{ phase, opening: 1, round, level: 0, points: 0n, epoch: 0, late: false, amount: 0n, citadel: 0n },
  };
  view.works.set(node, work);
}

describe("importer: where the groups of a plan are", () => {
  it("sends what cites nothing, and lets the rest wait until all that it cites is decided", () => {
    const survey = createSurveyor(deployment, newJournal());
    const view = emptyView();
    const first = survey(view);
    expect(first.ready.map(({ index }) => index)).to.deep.equal([0, 1]);
    expect(first.waiting).to.equal(1);

    const [one, two] = first.ready.map(({ node }) => node);
    place(view, one ?? "0x", Phase.Accepted);
    place(view, two ?? "0x", Phase.Voting);
    expect(survey(view)).to.deep.include({ ready: [], waiting: 1 });
    place(view, two ?? "0x", Phase.Settled);
    expect(survey(view).ready[0]?.upstream).to.deep.equal(history.groups[2]?.upstream);
  });

  for (const phase of [Phase.Rejected, Phase.Void]) {
    it(`leaves out what is ${phase === Phase.Void ? "void" : "rejected"}, and says so everywhere`, () => {
      const journal = newJournal();
      const survey = createSurveyor(deployment, journal);
      const view = emptyView();
      const nodes = survey(view).ready.map(({ node }) => node);
      place(view, nodes[0] ?? "0x", phase);
      place(view, nodes[1] ?? "0x", Phase.Accepted);
      const found = survey(view);
      const [last] = found.ready;
      if (last === undefined) throw new Error("It is not ready.");
      const attribution = attributionOf(last.group, last.upstream, found.nodes);
      expect(attribution.upstream).to.deep.equal([{ node: nodes[1], weight: 50_000 }]);
      expect(last.manifest).to.have.deep.property("upstream", [
        { key: history.groups[1]?.key, weight: 50_000 },
      ]);
      const work = { chainId: deployment.chainId, registrant, attribution };
      expect(manifestFaults(last.manifest, work)).to.deep.equal([]);
      expect("notes" in last.manifest && last.manifest.notes.at(-1)).to.match(
        /^1 earlier contribution.* not accepted\.$/,
      );

      journal.decisions[last.group.key] = last.decision;
      place(view, last.node, Phase.Armed);
      const { dropped } = resultOf(journal, survey(view), { before: 0, bonds: 0n });
      const key = history.groups[2]?.key;
      expect(dropped).to.deep.equal([{ key, upstream: history.groups[0]?.key, weight: 100_000 }]);
    });
  }

  it("holds on to the form in which a group was sent, even when what it cites changes later", () => {
    const journal = newJournal();
    const survey = createSurveyor(deployment, journal);
    const view = emptyView();
    const nodes = survey(view).ready.map(({ node }) => node);
    place(view, nodes[0] ?? "0x", Phase.Void);
    place(view, nodes[1] ?? "0x", Phase.Accepted);
    const [sent] = survey(view).ready;
    if (sent === undefined) throw new Error("It is not ready.");
    journal.decisions[sent.group.key] = sent.decision;
    place(view, sent.node, Phase.Voting);
    place(view, nodes[0] ?? "0x", Phase.Accepted);
    expect(survey(view)).to.deep.include({ ready: [], waiting: 0 });
  });
});
