import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { attestLink, leap } from "@azora/api/practice";
import {
  constants,
  constitutionAbi,
  Fault,
  formatAzr,
  type Node,
  NodeKind,
  nodeKind,
  Outcome,
  Phase,
  Rule,
  setCriticCall,
  type View,
} from "@azora/sdk";
import { practiceJudges, practicePerson } from "@azora/sdk/practice";
import { expect } from "chai";
import { type Address, parseEther } from "viem";
import { BLOCK_SECONDS, developmentClient } from "../../scripts/local/chain.ts";
import { fastForward, isSettled } from "../../scripts/local/fastForward.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { openSession, type Session } from "../../scripts/local/session.ts";
import { azoraAt } from "../support/azora.ts";
import { startEavesdropper } from "../support/eavesdropper.ts";

const never = new AbortController().signal;
const as = (person: number): string[] => ["--account", `practice:person:${person}`];
/** Two who have earned something, and somebody who never did anything. */
const [MOST, LESS, NOBODY] = [0, 1, 5] as const;

describe("azora, from what was earned to what is decided, against a real chain", function () {
  this.timeout(600_000);
  let folder: string;
  let session: Session;
  let cli: ReturnType<typeof azoraAt>;

  const until = (wanted: (view: View) => boolean) => fastForward(session, wanted, { signal: never });

  /** Lets everybody do their duty, and skips the waiting until a time. */
  async function waitFor(time: bigint): Promise<void> {
    const { timestamp } = await until(isSettled);
    if (timestamp < time) await leap(session.client, { to: time });
  }

  /** A work of one file, registered and scored; the fragment of its URI asks for what practice judges do wrong. */
  async function scoredWork(name: string, uri: string): Promise<Node> {
    const file = path.join(folder, `${name}.txt`);
    writeFileSync(file, `${name}\n`.repeat(4_000));
    const shares = `${practicePerson(9).address}=100%`;
    const { contribution } = await cli.succeed(
      ...["register", "--evidence", file, "--contributors", shares, "--uri", uri, "--yes"],
    );
    await until(({ works }) => works.get(contribution)?.phase === Phase.Scored);
    return contribution;
  }

  /**
   * Where blocks come only with transactions, a reservation grows old only by blocks that somebody asks for.
   * @param number The how manyth of those that are open, from 0
   * @return Its block
   */
  async function reservationRipens(number: number): Promise<bigint> {
    for (;;) {
      const reservation = [...(await session.follower.refresh()).reservations.values()][number];
      if (reservation !== undefined) {
        await developmentClient(session.network.rpcUrl).mine({ blocks: constants.Reservations.MATURITY });
        return reservation.block;
      }
      await sleep(200);
    }
  }

  /** Lets a reservation be sent and its command be interrupted before it is in a block. */
  async function interruptedReservation(command: readonly string[], from: Address): Promise<void> {
    const node = developmentClient(session.network.rpcUrl);
    const sent = (blockTag: "latest" | "pending") =>
      session.client.getTransactionCount({ address: from, blockTag });
    await node.setIntervalMining({ interval: 0 });
    try {
      const { child, ended } = cli.start(...command);
      while ((await sent("pending")) === (await sent("latest"))) await sleep(100);
      child.kill("SIGKILL");
      await ended;
      expect(await cli.refused(...command)).to.match(/was sent before and is not in a block yet/);
      await node.mine({ blocks: 1 });
    } finally {
      await node.setIntervalMining({ interval: BLOCK_SECONDS });
    }
  }

  /** Takes a proposal through its vote, its delay and its execution. */
  async function pass({ id, voteStart, voteEnd }: { id: string; voteStart: string; voteEnd: string }) {
    await waitFor(BigInt(voteStart) + 1n);
    await cli.succeed("vote", id, "for", "--yes", ...as(MOST));
    await waitFor(BigInt(voteEnd) + 1n);
    const { eta } = await cli.succeed("queue", id, "--yes", ...as(NOBODY));
    await waitFor(BigInt(eta));
    await cli.succeed("execute", id, "--yes", ...as(NOBODY));
  }

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-acts-"));
    session = await openSession({ folder, ports: await freePorts(), floors: "chain", say: () => undefined });
    cli = azoraAt(folder, session);
    await cli.succeed("import", "generated", "--seed", "5", "--contributions", "6", "--people", "3");
    const paid = await until(isSettled);
    const pools = [...paid.pools].filter(([node]) => nodeKind(node) === NodeKind.Identity);
    pools.sort(([, a], [, b]) => (a.balance > b.balance ? -1 : 1));
    for (const [person, [identity]] of pools.slice(0, 2).entries())
      await attestLink(session.client, session.network, identity, practicePerson(person).address);
    await until(({ credits }) =>
      [MOST, LESS].every((person) => (credits.get(practicePerson(person).address)?.owed ?? 0n) > 0n),
    );
  });
  after(async () => {
    await session?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe("governance", () => {
    it("gives Voice with a withdrawal, proposes, votes, queues and executes", async () => {
      const amendment = [
        "propose",
        "--amend",
        "ReviewStipend",
        "30000000",
        "--rationale",
        "Judging takes long.",
      ];
      expect(await cli.refused(...amendment, "--yes", ...as(MOST))).to.match(/Voice/);
      const { amount } = await cli.succeed("withdraw", ...as(MOST));
      await cli.succeed("withdraw", ...as(LESS));

      const proposed = await cli.succeed(...amendment, "--yes", ...as(MOST));
      expect(proposed.title).to.equal("Amend ReviewStipend to 30 AZR");
      const { id } = proposed;
      await waitFor(BigInt(proposed.voteStart) + 1n);
      const vote = await cli.calmly("vote", id, "for", "--yes", "--reason", "So it does.", ...as(MOST));
      expect(vote).to.include({ support: "For", votes: amount });
      expect(await cli.refused("vote", id, "for", "--yes", ...as(MOST))).to.match(/has voted on \d+ already/);
      expect(await cli.refused("vote", id, "for", "--yes", ...as(NOBODY))).to.match(/had no Voice/);
      await cli.calmly("vote", id.slice(0, 8), "against", "--yes", ...as(LESS));
      expect(await cli.refused("queue", id, "--yes", ...as(NOBODY))).to.match(/its vote ends in /);

      await waitFor(BigInt(proposed.voteEnd) + 1n);
      expect(await cli.refused("vote", id, "for", "--yes", ...as(MOST))).to.match(
        /is over, .*: it is succeeded/,
      );
      const { eta } = await cli.calmly("queue", id, "--yes", ...as(NOBODY));
      expect(await cli.refused("execute", id, "--yes", ...as(NOBODY))).to.match(/can be executed in /);
      await waitFor(BigInt(eta));
      await cli.succeed("execute", id, "--yes", ...as(NOBODY));

      const address = session.network.deployment.addresses.constitution;
      const rules = { address, abi: constitutionAbi } as const;
      const args = [Rule.ReviewStipend, 2] as const;
      expect(await session.client.readContract({ ...rules, functionName: "valueOf", args })).to.equal(
        30_000_000,
      );
      const shown = await cli.succeed("proposals", id.slice(0, 8));
      expect(shown).to.include({ id, state: "Executed", votesFor: amount });
      expect(await cli.refused("execute", id, "--yes", ...as(NOBODY))).to.match(/it is executed already/);
    });

    it("lends Voice, and takes it back", async () => {
      const { address } = practicePerson(NOBODY);
      expect(await cli.succeed("delegate", address, "--yes", ...as(LESS))).to.include({ to: address });
      expect(await cli.refused("delegate", address, "--yes", ...as(LESS))).to.match(/is with 0x.* already/);
      const { voice } = await cli.succeed("status", practicePerson(LESS).address);
      expect(voice).to.include({ votes: "0", delegate: address });
      const back = await cli.succeed("delegate", "self", "--yes", ...as(LESS));
      expect(back).to.include({ before: address, to: practicePerson(LESS).address });
    });

    it("appoints a critic by a file of calls, who flags a score", async () => {
      const { addresses } = session.network.deployment;
      const { to, data } = setCriticCall(addresses, practicePerson(NOBODY).address, true);
      const calls = path.join(folder, "calls.json");
      writeFileSync(calls, JSON.stringify({ description: "Appoint a critic", calls: [{ to, data }] }));
      await pass(await cli.succeed("propose", "--calls", calls, "--yes", ...as(MOST)));

      const work = await scoredWork("flagged", "ipfs://flagged#practice=overrate");
      for (const name of ["critique.md", "against.md"]) writeFileSync(path.join(folder, name), `${name}\n`);
      const critique = ["critique", work, "--scores", "20,40,30,60", "--document", "critique.md"];
      const flags = [...critique, "--self-critique", "against.md", "--verdict", "flag", "--yes"];
      expect(await cli.refused(...flags, ...as(MOST))).to.match(/critic/);
      await cli.calmly(...flags, ...as(NOBODY));
      const view = await until(isSettled);
      expect(view.works.get(work)?.challenge).to.include({ flagged: true, outcome: Outcome.Upheld });
      expect(view.works.get(work)?.phase).to.equal(Phase.Rejected);
    });
  });

  describe("challenges, seats and rewards", () => {
    it("challenges a score, wins, and withdraws the bond, the fee and a part of the slashes", async () => {
      const work = await scoredWork("overrated", "ipfs://overrated#practice=overrate");
      writeFileSync(path.join(folder, "reason.md"), "It is much less than that.\n");
      const challenge = ["challenge", work.slice(0, 14), "--ground", "value", "--reason", "@reason.md"];
      const down = [...challenge, "--direction", "down", "--yes", ...as(LESS)];
      const another = [
        "challenge",
        work,
        "--ground",
        "conflict",
        "--reason",
        "A rival.",
        "--direction",
        "down",
      ];
      await interruptedReservation([...another, "--yes", ...as(LESS)], practicePerson(LESS).address);
      const node = await startEavesdropper(session.network.rpcUrl);
      const challenged = cli.calmly(...down, "--rpc", node.url).finally(() => node.stop());
      const ripens = reservationRipens(1);
      await Promise.race([challenged, ripens]);
      const { fee, bond, transactionHash } = await challenged;
      const since = await ripens;
      // Nobody who reads its requests knows which work is meant before it could be challenged in the next block.
      const telling = node.heard.filter(({ body }) => body.toLowerCase().includes(work.slice(2)));
      expect(telling).not.to.be.empty;
      for (const { head } of telling)
        expect(head).to.be.at.least(since + BigInt(constants.Reservations.MATURITY) - 1n);
      const { gasUsed } = await session.client.getTransactionReceipt({ hash: transactionHash });
      // Half of what the command sends with where a node would not estimate it yet.
      expect(gasUsed).to.be.below(500_000n);
      expect([fee, bond]).to.deep.equal([parseEther("0.02"), parseEther("0.05")].map(String));
      // What was reserved besides was given back.
      expect((await session.follower.refresh()).reservations).to.be.empty;
      expect(await cli.refused(...down)).to.match(/was challenged already, and can be only once/);

      const view = await until(isSettled);
      expect(view.works.get(work)?.challenge?.outcome).to.equal(Outcome.Upheld);
      const { ether, payments } = await cli.succeed("withdraw", "--ether", ...as(LESS));
      // The bond comes back from the one contract; half of what was slashed, and the fee out of the rest, from the other.
      const slashes = [...view.slashes.values()].filter(({ contribution }) => contribution === work);
      const slashed = slashes.reduce((sum, { amount }) => sum + amount, 0n);
      expect(payments).to.have.length(2);
      expect(BigInt(ether)).to.be.at.least(parseEther("0.05") + slashed / 2n);
      expect(await cli.refused("withdraw", "--ether", ...as(LESS))).to.match(/has no ETH to withdraw/);
    });

    it("shows a seat, fills its bond up, and gives it up", async () => {
      const view = await until(isSettled);
      const slash = [...view.slashes.values()].find(({ fault }) => fault === Fault.Outlier);
      const judges = practiceJudges();
      const judge = [
        "--account",
        `practice:judge:${judges.findIndex(({ address }) => address === slash?.account)}`,
      ];
      const before = await cli.succeed("seat", "show", ...judge);
      expect(before.stints).to.have.length(1);
      expect(BigInt(before.stints[0].bond)).to.be.below(parseEther("0.1"));
      const { bond } = await cli.succeed("seat", "top-up", "--yes", ...judge);
      expect(BigInt(bond)).to.equal(parseEther("0.1"));
      expect(await cli.refused("seat", "top-up", "--yes", ...judge)).to.match(/is whole: 0\.1 ETH/);
      expect(await cli.refused("seat", "withdraw", "--yes", ...judge)).to.match(
        /No bond .* now\. Bond 0: .* held while it sits\./,
      );

      const { unlocksAt } = await cli.succeed("seat", "exit", "--yes", ...judge);
      expect(await cli.succeed("seat", "show", ...judge)).to.include({ seat: null });
      expect(await cli.refused("seat", "enter", "--yes", ...judge)).to.match(/earned/);
      await waitFor(BigInt(unlocksAt));
      const paid = await cli.succeed("seat", "withdraw", "--yes", ...judge);
      expect(paid).to.deep.include({ bonds: [0], amount: String(parseEther("0.1")) });
    });

    it("rewards a work in AZR by the 90/10", async () => {
      const { works } = await until(isSettled);
      const settled = [...works.values()].find(({ phase }) => phase === Phase.Settled);
      const work = settled?.contribution ?? "0x";
      const paid = await cli.succeed("reward", work, "--amount", "12.5", "--yes", ...as(MOST));
      expect([paid.people, paid.citadel].map((each) => formatAzr(BigInt(each)))).to.deep.equal([
        "11.25 AZR",
        "1.25 AZR",
      ]);
      const much = await cli.refused("reward", work, "--amount", "1000000", "--yes", ...as(MOST));
      expect(much).to.match(/which is less than 1,000,000 AZR/);
    });

    it("stops registrations for a while, as the guardian, and lifts the stop", async () => {
      await until(isSettled);
      const guardian = ["--account", "practice:guardian"];
      expect(await cli.succeed("guardian", "show")).to.include({ isStopped: false, stoppedUntil: "0" });
      const stop = ["guardian", "stop", "--hours", "168", "--reason", "Something is wrong.", "--yes"];
      expect(await cli.refused(...stop, ...as(MOST))).to.match(/is not the guardian/);
      const { stoppedUntil } = await cli.calmly(...stop, ...guardian);
      expect(await cli.succeed("guardian", "show")).to.include({ isStopped: true, stoppedUntil });
      const file = path.join(folder, "late.txt");
      writeFileSync(file, "late\n");
      const shares = `${practicePerson(9).address}=100%`;
      const register = ["register", "--evidence", file, "--contributors", shares, "--yes"];
      expect(await cli.refused(...register)).to.match(/has stopped new registrations until/);

      await cli.succeed("guardian", "lift", "--yes", ...guardian);
      expect(await cli.refused("guardian", "lift", "--yes", ...guardian)).to.match(/nothing to lift/);
      expect(await cli.refused(...stop, ...guardian)).to.match(/were stopped lately/);
      await cli.succeed(...register);
    });

    it("leaves a chain whose logs tell all of it", async () => {
      await until(isSettled);
      const report = await cli.succeed("verify");
      expect(report.problems).to.deep.equal([]);
      expect(report).to.include({ ledgerVerified: true, rewards: 1 });
    });
  });
});
