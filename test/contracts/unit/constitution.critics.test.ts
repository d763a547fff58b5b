import { leafKindNames, Verdict } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate } from "../../support/fixture.ts";
import { expectLeaf, hashOf, subjectOf } from "../../support/leaves.ts";
import { moveTo, register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { throughTimelock } from "../../support/timelock.ts";

const DOCUMENT = id("what the critic found");
const SELF = id("what the critic thinks of what it found");
const SCORES: [number, number, number, number] = [90, 80, 70, 60];

describe("Constitution: critics", () => {
  let protocol: Protocol;
  let work: string;
  beforeEach(async () => {
    protocol = await fresh();
    work = await register(protocol, attribution(evenly([accountNode(protocol.person(1))])));
  });

  /** A critic in office. */
  const critic = () => protocol.person(20);
  const byCritic = () => protocol.constitution.connect(critic());
  const byTimelock = async () => {
    const { constitution, timelock } = protocol;
    return constitution.connect(await impersonate(protocol, await timelock.getAddress()));
  };

  describe("setCritic", () => {
    it("appoints and dismisses through the timelock, with a record of each", async () => {
      const { constitution, timelock } = protocol;
      for (const appointed of [true, false]) {
        const data = constitution.interface.encodeFunctionData("setCritic", [critic().address, appointed]);
        const transaction = await throughTimelock(protocol, constitution, data);
        await expect(transaction).to.emit(constitution, "CriticSet").withArgs(critic().address, appointed);
        await expectLeaf(protocol, transaction, {
          kind: "CriticSet",
          emitter: constitution,
          subject: subjectOf(critic().address),
          actor: timelock,
          dataHash: hashOf(["bool", appointed]),
        });
        expect(await constitution.isCritic(critic())).to.equal(appointed);
      }
    });

    it("AZ-14: is for the timelock alone", async () => {
      const { constitution, deployer, proposer, attestor, person } = protocol;
      for (const caller of [deployer, proposer, attestor, person(0)]) {
        await expect(constitution.connect(caller).setCritic(critic(), true))
          .to.be.revertedWithCustomError(constitution, "Constitution_NotTimelock")
          .withArgs(caller.address);
      }
    });

    it("refuses to appoint who is in office, and to dismiss who is not", async () => {
      const constitution = await byTimelock();
      await expect(constitution.setCritic(critic(), false))
        .to.be.revertedWithCustomError(constitution, "Constitution_CriticUnchanged")
        .withArgs(critic().address, false);
      await constitution.setCritic(critic(), true);
      await expect(constitution.setCritic(critic(), true))
        .to.be.revertedWithCustomError(constitution, "Constitution_CriticUnchanged")
        .withArgs(critic().address, true);
    });
  });

  describe("critique", () => {
    beforeEach(async () => {
      await (await byTimelock()).setCritic(critic(), true);
    });

    it("records what a critic says of a work, again if it says more", async () => {
      const { constitution } = protocol;
      expect(await constitution.critiquesOf(work)).to.equal(0n);
      for (const [count, verdict] of [Verdict.Pass, Verdict.Concern].entries()) {
        const transaction = await byCritic().critique(work, verdict, SCORES, DOCUMENT, SELF);
        await expect(transaction)
          .to.emit(constitution, "Critiqued")
          .withArgs(work, critic().address, verdict, SCORES, DOCUMENT, SELF);
        await expectLeaf(protocol, transaction, {
          kind: "Critiqued",
          emitter: constitution,
          subject: work,
          actor: critic().address,
          dataHash: hashOf(
            ["uint8", verdict],
            ["uint8[4]", SCORES],
            ["bytes32", DOCUMENT],
            ["bytes32", SELF],
          ),
        });
        expect(await constitution.critiquesOf(work)).to.equal(BigInt(count) + 1n);
      }
    });

    it("is for critics in office alone", async () => {
      const { constitution, person } = protocol;
      const stranger = constitution.connect(person(1));
      await expect(stranger.critique(work, Verdict.Pass, SCORES, DOCUMENT, SELF))
        .to.be.revertedWithCustomError(constitution, "Constitution_NotCritic")
        .withArgs(person(1).address);
      await (await byTimelock()).setCritic(critic(), false);
      await expect(byCritic().critique(work, Verdict.Pass, SCORES, DOCUMENT, SELF))
        .to.be.revertedWithCustomError(constitution, "Constitution_NotCritic")
        .withArgs(critic().address);
    });

    it("takes scores from 0 to 100", async () => {
      const { constitution } = protocol;
      await byCritic().critique(work, Verdict.Pass, [0, 100, 0, 100], DOCUMENT, SELF);
      for (const place of [0, 1, 2, 3]) {
        const scores = [50, 50, 50, 50].with(place, 101);
        const [a = 0, b = 0, c = 0, d = 0] = scores;
        await expect(byCritic().critique(work, Verdict.Pass, [a, b, c, d], DOCUMENT, SELF))
          .to.be.revertedWithCustomError(constitution, "Constitution_InvalidScore")
          .withArgs(place, 101);
      }
    });

    it("wants the hashes of the critique and of the critique of itself", async () => {
      const { constitution } = protocol;
      await expect(
        byCritic().critique(work, Verdict.Pass, SCORES, ZeroHash, SELF),
      ).to.be.revertedWithCustomError(constitution, "Constitution_MissingDocument");
      await expect(
        byCritic().critique(work, Verdict.Pass, SCORES, DOCUMENT, ZeroHash),
      ).to.be.revertedWithCustomError(constitution, "Constitution_MissingSelfCritique");
    });

    it("refuses a subject that nobody registered", async () => {
      const { constitution } = protocol;
      const subject = id("nothing");
      await expect(byCritic().critique(subject, Verdict.Pass, SCORES, DOCUMENT, SELF))
        .to.be.revertedWithCustomError(constitution, "Constitution_UnknownSubject")
        .withArgs(subject);
    });

    it("AZ-14: a critique moves no work, no credit and no seat", async () => {
      const { pov, token, validators, registry } = protocol;
      const shares = attribution(evenly([accountNode(protocol.person(1))]));
      await scored(protocol, work, shares);
      const state = async () => [
        await pov.workOf(work),
        await token.totalSupply(),
        await validators.seatCount(),
        await registry.bondOf(work),
        await pov.openRounds(),
      ];
      const before = await state();
      await byCritic().critique(work, Verdict.Concern, [0, 0, 0, 0], DOCUMENT, SELF);
      expect(await state()).to.deep.equal(before);
    });
  });

  describe("finalization", () => {
    const shares = () => attribution(evenly([accountNode(protocol.person(1))]));
    /** Kinds, subjects and data of the leaves of the call that finalizes. */
    async function leavesOfFinalizing(level: number) {
      const { pov, ledger } = protocol;
      await scored(protocol, work, shares(), level);
      await moveTo(protocol, await pov.challengeEndOf(work));
      const transaction = await pov.finalize(work);
      const block = transaction.blockNumber ?? 0;
      const leaves = await ledger.queryFilter(ledger.filters.Appended, block, block);
      return {
        transaction,
        leaves: leaves.map(({ args }) => [leafKindNames[Number(args.kind)], args.subject, args.dataHash]),
      };
    }

    for (const level of [0, 5]) {
      it(`records a work of level ${level} that no critic spoke of as uncritiqued, before it is final`, async () => {
        const { pov } = protocol;
        const { transaction, leaves } = await leavesOfFinalizing(level);
        await expect(transaction).to.emit(pov, "Uncritiqued").withArgs(work, 1, 1);
        const said = hashOf(["uint16", 1], ["uint16", 1]);
        expect(leaves[0]).to.deep.equal(["Uncritiqued", work, said]);
        expect(leaves.map(([kind]) => kind)).to.deep.equal(["Uncritiqued", "Finalized"]);
      });
    }

    it("says nothing of the kind once a critic spoke of it", async () => {
      const { pov } = protocol;
      await (await byTimelock()).setCritic(critic(), true);
      await byCritic().critique(work, Verdict.Pass, SCORES, DOCUMENT, SELF);
      const { transaction, leaves } = await leavesOfFinalizing(5);
      await expect(transaction).to.not.emit(pov, "Uncritiqued");
      expect(leaves.map(([kind]) => kind)).to.deep.equal(["Finalized"]);
    });
  });

  describe("articles", () => {
    it("starts with the hash that the deployment gave, and told it", async () => {
      const { constitution, parameters } = protocol;
      expect(await constitution.articlesHash()).to.equal(parameters.articles);
      const [event] = await constitution.queryFilter(constitution.filters.ArticlesSet);
      expect(event?.args.articlesHash).to.equal(parameters.articles);
    });

    it("are amended through the timelock, with a record", async () => {
      const { constitution, timelock, parameters } = protocol;
      const [text, why] = [id("another text"), id("why")];
      const data = constitution.interface.encodeFunctionData("amendArticles", [text, why]);
      const transaction = await throughTimelock(protocol, constitution, data);
      await expect(transaction)
        .to.emit(constitution, "ArticlesAmended")
        .withArgs(parameters.articles, text, why);
      await expectLeaf(protocol, transaction, {
        kind: "ArticlesAmended",
        emitter: constitution,
        subject: text,
        actor: timelock,
        dataHash: hashOf(["bytes32", parameters.articles], ["bytes32", why]),
      });
      expect(await constitution.articlesHash()).to.equal(text);
      // No rule changed with them.
      expect(await constitution.version()).to.equal(1n);
    });

    it("AZ-14: are amended by the timelock alone", async () => {
      const { constitution, proposer } = protocol;
      await expect(constitution.connect(proposer).amendArticles(id("text"), id("why")))
        .to.be.revertedWithCustomError(constitution, "Constitution_NotTimelock")
        .withArgs(proposer.address);
    });

    it("want a text, another one, and a rationale", async () => {
      const constitution = await byTimelock();
      const { articles } = protocol.parameters;
      await expect(constitution.amendArticles(ZeroHash, id("why"))).to.be.revertedWithCustomError(
        constitution,
        "Constitution_MissingArticles",
      );
      await expect(constitution.amendArticles(id("text"), ZeroHash)).to.be.revertedWithCustomError(
        constitution,
        "Constitution_MissingRationale",
      );
      await expect(constitution.amendArticles(articles, id("why")))
        .to.be.revertedWithCustomError(constitution, "Constitution_ArticlesUnchanged")
        .withArgs(articles);
    });
  });
});
