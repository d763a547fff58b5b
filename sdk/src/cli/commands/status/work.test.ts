import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { Address } from "viem";
import { createDeployment } from "../../../addresses.ts";
import { saveEvidence } from "../../../files/index.ts";
import { Direction, Ground, Outcome, Phase } from "../../../generated/enums.ts";
import { filesManifest } from "../../../manifest/index.ts";
import { personShares } from "../../../people.ts";
import { type ChallengeView, emptyView, type WorkView } from "../../../view/index.ts";
import { workStatus } from "./work.ts";

const ALICE = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const MALLORY = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

describe("cli: the status of a work", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-status-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const contributors = [{ node: "github:alice", weight: 1_000_000 }];
  const manifest = filesManifest({
    ...{ chainId: 31_337, registrant: ALICE, contributors, title: "Alice's song", summary: "", upstream: [] },
    files: [{ path: "a.ogg", bytes: 1, sha256: "a".repeat(64) }],
  });
  const deployment = createDeployment({ chainId: 31_337, genesis: `0x${"22".repeat(20)}`, block: 0 });

  /** What is said of the work of somebody who registered Alice's evidence hash. */
  async function saidOf(registrant: Address, change: Partial<WorkView> = {}): Promise<string> {
    const evidenceHash = await saveEvidence(folder, manifest);
    const none = {
      level: 0,
      points: 0n,
      epoch: 0,
      late: false,
      amount: 0n,
      citadel: 0n,
      bond: 0n,
      past: [],
      challenge: undefined,
    };
    const round = { round: 1, armedAt: 0n, drawBlock: 0n, panel: [], commitEnd: 0n, revealEnd: 0n };
    const work: WorkView = {
      ...{ ...none, contribution: `0x01${"11".repeat(31)}`, registrant, evidenceHash, uri: "" },
      ...{ attribution: { contributors: personShares(contributors), upstream: [] }, rulesVersion: 1 },
      ...{ phase: Phase.Rejected, opening: 1 },
      round: { ...round, committed: new Map(), revealed: new Map() },
      ...change,
    };
    const said: string[] = [];
    await workStatus(
      { result: (_, text) => said.push(text) },
      { network: { rpcUrl: "", evidence: folder, deployment } },
      emptyView(),
      work,
    );
    return said.join("");
  }

  it("has the title and the names of evidence that speaks of it", async () => {
    expect(await saidOf(ALICE))
      .to.contain("Alice's song")
      .and.contain("github:alice");
  });

  it("has who challenged its score, and what came of it", async () => {
    const round = { round: 1, armedAt: 0n, drawBlock: 0n, panel: [], commitEnd: 0n, revealEnd: 0n };
    const challenge: ChallengeView = {
      ...{ challenger: MALLORY, flagged: false, reasonHash: "0x", fee: 1n, bond: 2n, rounds: [] },
      ...{ direction: Direction.Down, ground: Ground.Plagiarism, outcome: Outcome.Upheld },
      ...{ first: { ...round, committed: new Map(), revealed: new Map() }, firstLevel: 9 },
      ...{ secondLevel: 5, shared: new Set<string>() },
    };
    expect(await saidOf(ALICE, { challenge })).to.contain(
      `upheld: down from level 9, for plagiarism, by ${MALLORY}; the second panel gave level 5`,
    );
    const flag = {
      ...challenge,
      flagged: true,
      outcome: Outcome.Pending,
      secondLevel: undefined,
      rounds: [],
    };
    expect(await saidOf(ALICE, { challenge: flag })).to.match(/pending: .*, a flag of critic 0x3C44[^;]*$/m);
  });

  it("has nothing of evidence whose hash was copied", async () => {
    const said = await saidOf(MALLORY);
    expect(said).to.contain("its evidence speaks of another registration");
    expect(said).to.not.match(/Alice's song|github:alice/);
  });
});
