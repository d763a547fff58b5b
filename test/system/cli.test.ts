import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { attestLink, leap } from "@azora/api/practice";
import { NodeKind, nodeKind, Phase, type View, type WorkView } from "@azora/sdk";
import { loadEvidence } from "@azora/sdk/files";
import { practiceJudges, practicePerson } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Hex } from "viem";
import { fastForward, isSettled } from "../../scripts/local/fastForward.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { openSession, type Session } from "../../scripts/local/session.ts";
import { azoraAt } from "../support/azora.ts";

const never = new AbortController().signal;

describe("azora, against a real chain", function () {
  this.timeout(600_000);
  let folder: string;
  let session: Session;

  let cli: ReturnType<typeof azoraAt>;

  const azora: typeof cli.start = (...args) => cli.start(...args);
  const succeed: typeof cli.succeed = (...args) => cli.succeed(...args);
  const unhurried: typeof cli.unhurried = (work) => cli.unhurried(work);

  /** Skips the waiting until a view is as wanted. */
  const until = (wanted: (view: View) => boolean) => fastForward(session, wanted, { signal: never });

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-system-"));
    session = await openSession({ folder, ports: await freePorts(), floors: "chain", say: () => undefined });
    cli = azoraAt(folder, session);
  });
  after(async () => {
    await session?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe("import", () => {
    const generated = ["import", "generated", "--seed", "7", "--contributions", "12", "--people", "4"];

    it("stops cleanly on Ctrl-C, and goes on without registering anything twice", async () => {
      const first = azora(...generated);
      await first.says("for the judgement of what is cited", 180_000);
      first.child.kill("SIGINT");
      const { code, stdout, stderr } = await first.ended;
      expect(code).to.equal(130);
      expect(stdout).to.equal("");
      expect(stderr).to.match(/\nInterrupted\. What was sent stands; run it again to go on\.\n$/);

      const second = await succeed(...generated);
      expect(second.registered).to.be.within(1, 11);
      expect(second.registered + second.alreadyThere).to.equal(12);
      expect(second.contributions).to.have.length(12);
      expect((await session.follower.refresh()).works.size).to.equal(12);
    });

    it("recognises on the chain what is there, even without its journal", async () => {
      expect(await succeed(...generated)).to.include({ registered: 0, alreadyThere: 12 });
      rmSync(path.join(folder, "imports"), { recursive: true });
      expect(await succeed(...generated)).to.include({ registered: 0, alreadyThere: 12 });
    });

    it("adds only what is new of a repository that has grown, standing on what is there", async () => {
      const repository = path.join(folder, "repository");
      const git = (...args: string[]) => execFileSync("git", ["-C", repository, ...args], { stdio: "pipe" });
      const commit = (text: string) => {
        writeFileSync(path.join(repository, "file.txt"), text);
        git("add", ".");
        git(
          "-c",
          "user.name=Ada",
          "-c",
          "user.email=ada@example.org",
          "commit",
          "-q",
          "-m",
          `Wrote ${text.length}`,
        );
      };
      execFileSync("git", ["init", "-q", repository]);
      commit("one\ntwo\nthree\n");
      commit("one\ntwo\nthree\nfour\n");
      const before = await succeed("import", "git", repository, "--group", "commits:1");
      expect(before).to.include({ registered: 2, alreadyThere: 0 });
      commit("one\nzwei\nthree\nfour\n");
      const after = await succeed("import", "git", repository, "--group", "commits:2");
      expect(after).to.include({ registered: 1, alreadyThere: 2 });
      const work = (await session.follower.refresh()).works.get(after.contributions[2].node);
      expect(work?.attribution.upstream.map(({ node }) => node)).to.deep.equal([
        before.contributions[0].node,
      ]);
      const manifest = await loadEvidence(session.network.evidence, work?.evidenceHash ?? "0x");
      expect(manifest?.upstream).to.deep.equal([{ key: before.contributions[0].key, weight: 150_000 }]);
    });
  });

  describe("register and judge", () => {
    let work: WorkView;
    let judge: string;

    it("registers files with shares, after it has checked them", async () => {
      const file = path.join(folder, "essay.txt");
      writeFileSync(file, "I am because we are.\n");
      const shares = ["--contributors", `github:ada=60%,${practicePerson(9).address}=40%`];
      const unasked = await azora("register", "--evidence", file, ...shares).ended;
      expect(unasked.code).to.equal(2);
      expect(unasked.stderr).to.match(/bond +0\.01 ETH.*\n[\s\S]*Add --yes to send\.\n$/);
      const { contribution } = await succeed("register", "--evidence", file, ...shares, "--yes");
      const again = await azora("register", "--evidence", file, ...shares, "--yes").ended;
      expect(again.code).to.equal(1);
      expect(again.stderr).to.match(/has registered this evidence already/);
      const view = await until(({ works }) => {
        const found = works.get(contribution);
        return found?.phase === Phase.Voting && found.round.committed.size === found.round.panel.length;
      });
      const found = view.works.get(contribution);
      if (found === undefined) throw new Error("The work is gone.");
      work = found;
      const member = work.round.panel[0];
      judge = `practice:judge:${practiceJudges().findIndex(({ address }) => address === member)}`;
    });

    it("commits blind, keeps the secret to its owner, and reveals it", async () => {
      const id = work.contribution.slice(0, 18);
      const as = ["--account", judge, "--quiet"];
      const vote = ["judge", id, "commit", ...as, "--level", "9", "--rationale", "Short and true."];
      const copy = path.join(folder, "ballot.json");
      await unhurried(async () => {
        const refused = await azora(...vote).ended;
        expect(refused.code).to.equal(1);
        expect(refused.stderr).to.match(/Add --replace to replace it\.\n$/);
        const replaced = await azora(...vote, "--replace", "--json").ended;
        expect(replaced.code, replaced.stderr).to.equal(0);
        expect(statSync(JSON.parse(replaced.stdout).ballot).mode & 0o777).to.equal(0o600);

        const early = await azora("judge", id, "reveal", ...as).ended;
        expect(early.stderr).to.match(/^The reveal window opens in .*: a vote shown earlier is void\.\n$/);
        const list = await azora("judge", "list", ...as, "--json").ended;
        // By chance the judge sits on the panel of an imported work too.
        const duties: { contribution: string }[] = JSON.parse(list.stdout).duties;
        const duty = duties.find(({ contribution }) => contribution === work.contribution);
        expect(duty).to.include({ state: "committed", ballotKept: true });
        expect((await azora("judge", id, "backup", ...as, "--out", copy).ended).code).to.equal(0);
        rmSync(path.join(folder, "ballots"), { recursive: true });

        await leap(session.client, { to: work.round.commitEnd });
        const lost = await azora("judge", id, "reveal", ...as).ended;
        expect(lost.stderr).to.match(/is not in .*ballots.*--ballot FILE\.\n$/);
        const revealed = await azora("judge", id, "reveal", ...as, "--ballot", copy).ended;
        expect(revealed.code, revealed.stderr).to.equal(0);
      });
      const view = await until(isSettled);
      expect(view.works.get(work.contribution)?.round.revealed.get(work.round.panel[0] ?? "0x")).to.equal(9);
    });
  });

  // In a group of their own: mocha runs single tests before groups, and these need what those have done.
  describe("withdraw, verify and prove", () => {
    it("withdraws what has flowed to a linked account", async () => {
      const before = await until(isSettled);
      const identity = largestPool(before);
      const person = practicePerson(0).address;
      await attestLink(session.client, session.network, identity, person);
      await until((view) => (view.credits.get(person)?.owed ?? 0n) > 0n);
      const paid = await succeed("withdraw", "--account", "practice:person:0");
      expect(BigInt(paid.amount) > 0n).to.equal(true);
      expect(paid.to).to.equal(person);
      const again = await azora("withdraw", "--account", "practice:person:0").ended;
      expect(again.code).to.equal(1);
      expect(again.stderr).to.match(/has no AZR to withdraw/);
      const bonds = await succeed("withdraw", "--ether", "--account", "practice:registrant");
      expect(BigInt(bonds.ether) > 0n).to.equal(true);
    });

    it("verifies everything, and proves and checks records", async () => {
      const report = await succeed("verify");
      expect(report).to.include({ contributions: 16, ledgerVerified: true });
      expect(report.problems).to.deep.equal([]);
      const file = path.join(folder, "proof.json");
      for (const args of [["0"], [report.ledgerSize - 1].map(String), ["--consistency", "7"]]) {
        writeFileSync(file, JSON.stringify(await succeed("prove", ...args)));
        expect(await succeed("prove", "--check", file), args.join(" ")).to.include({ valid: true });
      }
      const text = readFileSync(file, "utf8");
      writeFileSync(file, text.replace(/"proof":\["0x../, '"proof":["0x00'));
      const tampered = await azora("prove", "--check", file, "--quiet").ended;
      expect(tampered.code).to.equal(1);
      expect(tampered.stderr).to.match(/^The proof does not hold/);
    });
  });
});

function largestPool(view: View): Hex {
  const pools = [...view.pools].filter(([node]) => nodeKind(node) === NodeKind.Identity);
  const [first] = pools.sort(([, a], [, b]) => (a.balance > b.balance ? -1 : 1));
  if (first === undefined) throw new Error("Nobody was paid.");
  return first[0];
}
