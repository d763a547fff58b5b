import { Role, Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, toBeHex, ZeroAddress, ZeroHash } from "ethers";
import { initCode } from "../../../deploy/initCode.ts";
import { RULES, type RuleName } from "../../../deploy/parameters.ts";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate } from "../../support/fixture.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import { register, settled } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended, RATIONALE_OF_CHANGE, ruleOf, throughTimelock } from "../../support/timelock.ts";

const COUNT = RULES.length;

describe("Constitution", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  /** A constitution as the timelock may change it, without its delay. */
  const byTimelock = async () => {
    const { constitution, timelock } = protocol;
    return constitution.connect(await impersonate(protocol, await timelock.getAddress()));
  };

  it("AZ-12: starts with version 1, every rule at its value within its bounds", async () => {
    const { constitution, parameters } = protocol;
    expect(await constitution.version()).to.equal(1n);
    for (const name of RULES) {
      const { value, min, max } = parameters.rules[name];
      expect(await ruleOf(protocol, Rule[name], 1)).to.equal(BigInt(value), name);
      expect(await constitution.boundsOf(Rule[name])).to.deep.equal([BigInt(min), BigInt(max)], name);
    }
  });

  it("told the bounds and first values at its deployment", async () => {
    const { constitution, parameters } = protocol;
    const events = await constitution.queryFilter(constitution.filters.RuleSet);
    const told = events.map(({ args }) => [args.rule, args.min, args.max, args.value]);
    const expected = RULES.map((name) => {
      const { value, min, max } = parameters.rules[name];
      return [BigInt(Rule[name]), BigInt(min), BigInt(max), BigInt(value)];
    });
    expect(told).to.deep.equal(expected);
  });

  it("packs five rules in a word, and none for a version that does not exist", async () => {
    const { constitution, parameters } = protocol;
    for (const name of RULES) {
      const word = await constitution.word(1, Math.floor(Rule[name] / 5));
      const lane = (word >> BigInt(48 * (Rule[name] % 5))) & (2n ** 48n - 1n);
      expect(lane).to.equal(BigInt(parameters.rules[name].value), name);
    }
    expect(await constitution.word(2, 0)).to.equal(0n);
    expect(await constitution.current(0)).to.deep.equal([1n, await constitution.word(1, 0)]);
  });

  it("refuses to tell rules of a version that does not exist", async () => {
    const { constitution } = protocol;
    for (const version of [0, 2]) {
      await expect(ruleOf(protocol, Rule.Load, version))
        .to.be.revertedWithCustomError(constitution, "Constitution_UnknownVersion")
        .withArgs(version);
    }
  });

  describe("deployment", () => {
    /** Tries to deploy with some rules changed, and expects this refusal. */
    async function refused(
      change: Partial<Record<RuleName, { value?: number; min?: number; max?: number }>>,
      error: Parameters<typeof protocol.constitution.interface.encodeErrorResult>[0],
      args: unknown[],
      cut: (values: number[], column: string) => number[] = (values) => values,
      articles = protocol.parameters.articles,
    ) {
      const { ethers, deployer, parameters, constitution } = protocol;
      const genesis = await ethers
        .getContractFactory("Genesis")
        .then(async (factory) => factory.deploy(deployer));
      const rules = RULES.map((name) => ({ ...parameters.rules[name], ...change[name] }));
      const columns = (["value", "min", "max"] as const).map((key) =>
        cut(
          rules.map((rule) => rule[key]),
          key,
        ),
      );
      await expect(
        genesis.create(Role.AuditLedger, initCode("Constitution", [...columns, articles, ZeroAddress])),
      )
        .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
        .withArgs(Role.AuditLedger, constitution.interface.encodeErrorResult(error, args));
    }

    for (const column of ["value", "min", "max"]) {
      it(`refuses a wrong number of ${column}s`, async () => {
        const cut = (values: number[], key: string) => (key === column ? values.slice(1) : values);
        await refused({}, "Constitution_WrongCount", [COUNT - 1, COUNT], cut);
      });
    }

    it("AZ-12: refuses bounds in the wrong order", async () => {
      await refused({ Load: { min: 5, max: 4 } }, "Constitution_InvalidBounds", [Rule.Load, 5, 4]);
    });

    for (const [rule, bounds] of [
      ["Load", { min: 0 }],
      ["RegistrationBond", { min: 0 }],
      ["ArmingDelay", { min: 0 }],
      ["CommitWindow", { min: 0 }],
      ["RevealWindow", { min: 0 }],
      ["CommitWindow", { max: 2 ** 32 }],
      ["RevealWindow", { max: 2 ** 32 }],
      ["ArmingDelay", { max: 2 ** 32 }],
      ["AttestorThreshold", { min: 0 }],
      ["PanelLimit", { max: 9 }],
      ["PanelLimit", { min: 0 }],
      ["MaxUpstream", { max: 1_000_001 }],
      ["SlashNoCommit", { max: 1_000_001 }],
      ["SlashNoReveal", { max: 1_000_001 }],
      ["SlashLeak", { max: 1_000_001 }],
      ["SlashOutlier", { max: 1_000_001 }],
      ["SlashReward", { max: 500_001 }],
      ["CitadelCap", { max: 20_001 }],
    ] as const) {
      const asked = Object.entries(bounds).map(([side, value]) => `${side} ${value}`);
      it(`AZ-12: refuses bounds that the contracts could not bear: ${rule} of ${asked}`, async () => {
        const { min, max } = { ...protocol.parameters.rules[rule], ...bounds };
        await refused({ [rule]: bounds }, "Constitution_InvalidBounds", [Rule[rule], min, max]);
      });
    }

    it("refuses to start without articles", async () => {
      await refused({}, "Constitution_MissingArticles", [], undefined, ZeroHash);
    });

    it("AZ-12: refuses values out of bounds", async () => {
      await refused({ Load: { value: 0, min: 1, max: 3 } }, "Constitution_OutOfBounds", [Rule.Load, 0, 1, 3]);
      await refused({ Load: { value: 4, min: 1, max: 3 } }, "Constitution_OutOfBounds", [Rule.Load, 4, 1, 3]);
    });

    it("AZ-12: refuses a slash for an absence above that for hiding a vote", async () => {
      const { value } = protocol.parameters.rules.SlashNoReveal;
      const absence = { value: value + 1, max: value + 1 };
      await refused({ SlashNoCommit: absence }, "Constitution_SlashOrder", [value + 1, value]);
    });

    it("AZ-12: takes bounds that leave a rule a single value, and an absence as dear as hiding a vote", async () => {
      const { ethers, deployer, parameters, constitution } = protocol;
      const genesis = await (await ethers.getContractFactory("Genesis")).deploy(deployer);
      const { Load, SlashNoReveal } = parameters.rules;
      const { value } = Load;
      const rules = RULES.map((name) => ({
        ...parameters.rules[name],
        ...(name === "Load" && { min: value, max: value }),
        ...(name === "SlashNoCommit" && { value: SlashNoReveal.value, max: SlashNoReveal.value }),
      }));
      const columns = (["value", "min", "max"] as const).map((key) => rules.map((rule) => rule[key]));
      const code = initCode("Constitution", [...columns, parameters.articles, ZeroAddress]);
      await genesis.create(Role.AuditLedger, code);
      const created = constitution.attach(await genesis.addressOf(Role.AuditLedger)) as typeof constitution;
      expect(await created.boundsOf(Rule.Load)).to.deep.equal([BigInt(value), BigInt(value)]);
    });

    it("AZ-12: refuses rules without their relations", async () => {
      await refused({ PanelLimit: { value: 6 } }, "Constitution_EvenPanel", [6]);
    });
  });

  describe("amend", () => {
    it("AZ-12: changes one rule through the timelock: proposed, waited for, executed", async () => {
      const { constitution, timelock, parameters } = protocol;
      const before = parameters.rules.Load.value;
      const transaction = await amended(protocol, Rule.Load, before + 1);
      await expect(transaction)
        .to.emit(constitution, "Amended")
        .withArgs(Rule.Load, 2, before, before + 1, RATIONALE_OF_CHANGE);
      const expected = [2, before, before + 1, RATIONALE_OF_CHANGE];
      await expectLeaf(protocol, transaction, {
        kind: "Amended",
        emitter: constitution,
        subject: toBeHex(Rule.Load, 32),
        actor: timelock,
        dataHash: hashOf(
          ["uint32", expected[0]],
          ["uint48", expected[1]],
          ["uint48", expected[2]],
          ["bytes32", expected[3]],
        ),
      });
      expect(await constitution.version()).to.equal(2n);
      for (const name of RULES) {
        const { value } = parameters.rules[name];
        expect(await ruleOf(protocol, Rule[name], 1)).to.equal(BigInt(value), `${name} before`);
        expect(await ruleOf(protocol, Rule[name], 2)).to.equal(
          BigInt(name === "Load" ? before + 1 : value),
          name,
        );
      }
    });

    it("cannot be hurried, nor proposed by just anybody", async () => {
      const { constitution, timelock, proposer, person } = protocol;
      const to = await constitution.getAddress();
      const data = constitution.interface.encodeFunctionData("amend", [Rule.Load, 30, RATIONALE_OF_CHANGE]);
      const delay = await timelock.getMinDelay();
      const schedule = [to, 0n, data, ZeroHash, ZeroHash, delay] as const;
      await expect(timelock.connect(person(0)).schedule(...schedule)).to.be.revertedWithCustomError(
        timelock,
        "AccessControlUnauthorizedAccount",
      );
      await timelock.connect(proposer).schedule(...schedule);
      await expect(
        timelock.connect(proposer).execute(to, 0n, data, ZeroHash, ZeroHash),
      ).to.be.revertedWithCustomError(timelock, "TimelockUnexpectedOperationState");
    });

    it("AZ-14: is for the timelock alone", async () => {
      const { constitution, deployer, proposer, attestor, person } = protocol;
      for (const caller of [deployer, proposer, attestor, person(0)]) {
        await expect(constitution.connect(caller).amend(Rule.Load, 30, RATIONALE_OF_CHANGE))
          .to.be.revertedWithCustomError(constitution, "Constitution_NotTimelock")
          .withArgs(caller.address);
      }
    });

    it("wants a rationale, and a change", async () => {
      const constitution = await byTimelock();
      const { value } = protocol.parameters.rules.Load;
      await expect(constitution.amend(Rule.Load, 30, ZeroHash)).to.be.revertedWithCustomError(
        constitution,
        "Constitution_MissingRationale",
      );
      await expect(constitution.amend(Rule.Load, value, RATIONALE_OF_CHANGE))
        .to.be.revertedWithCustomError(constitution, "Constitution_Unchanged")
        .withArgs(Rule.Load, value);
    });

    it("AZ-12: keeps every rule within its bounds, both ends included", async () => {
      const constitution = await byTimelock();
      const { rules } = protocol.parameters;
      // Other rules do not depend on these, so that each can go to both of its ends.
      for (const name of ["RegistrationBond", "Load", "MaxUpstream", "CommitWindow", "SealDelay"] as const) {
        const { min, max } = rules[name];
        for (const value of [min - 1, max + 1].filter((it) => it >= 0)) {
          await expect(constitution.amend(Rule[name], value, RATIONALE_OF_CHANGE))
            .to.be.revertedWithCustomError(constitution, "Constitution_OutOfBounds")
            .withArgs(Rule[name], value, min, max);
        }
        for (const value of [min, max]) {
          await constitution.amend(Rule[name], value, RATIONALE_OF_CHANGE);
          expect(await ruleOf(protocol, Rule[name], await constitution.version())).to.equal(BigInt(value));
        }
      }
    });

    it("AZ-12: keeps the panel odd", async () => {
      const constitution = await byTimelock();
      await expect(constitution.amend(Rule.PanelLimit, 4, RATIONALE_OF_CHANGE))
        .to.be.revertedWithCustomError(constitution, "Constitution_EvenPanel")
        .withArgs(4);
    });

    it("AZ-12: keeps the critics' grace within the challenge window", async () => {
      const constitution = await byTimelock();
      const window = protocol.parameters.rules.ChallengeWindow.value;
      await constitution.amend(Rule.CritiqueGrace, window, RATIONALE_OF_CHANGE);
      await expect(constitution.amend(Rule.CritiqueGrace, window + 1, RATIONALE_OF_CHANGE))
        .to.be.revertedWithCustomError(constitution, "Constitution_GraceExceedsChallenge")
        .withArgs(window + 1, window);
    });

    it("AZ-12: keeps the slash for hiding a vote above the others", async () => {
      const constitution = await byTimelock();
      const { SlashNoReveal } = protocol.parameters.rules;
      await expect(constitution.amend(Rule.SlashOutlier, SlashNoReveal.value, RATIONALE_OF_CHANGE))
        .to.be.revertedWithCustomError(constitution, "Constitution_SlashOrder")
        .withArgs(SlashNoReveal.value, SlashNoReveal.value);
      await constitution.amend(Rule.SlashOutlier, SlashNoReveal.value - 1, RATIONALE_OF_CHANGE);
      await constitution.amend(Rule.SlashLeak, SlashNoReveal.value, RATIONALE_OF_CHANGE);
      await expect(constitution.amend(Rule.SlashLeak, SlashNoReveal.value + 1, RATIONALE_OF_CHANGE))
        .to.be.revertedWithCustomError(constitution, "Constitution_SlashOrder")
        .withArgs(SlashNoReveal.value + 1, SlashNoReveal.value);
    });

    it("AZ-12: keeps a seat dearer than any single work", async () => {
      const constitution = await byTimelock();
      const { PointPriceCap, SeatThreshold } = protocol.parameters.rules;
      const minimum = 512 * (PointPriceCap.value + 1);
      await expect(constitution.amend(Rule.PointPriceCap, PointPriceCap.value + 1, RATIONALE_OF_CHANGE))
        .to.be.revertedWithCustomError(constitution, "Constitution_ThresholdTooLow")
        .withArgs(SeatThreshold.value, minimum);
    });

    it("passes a refusal on through the timelock, and changes nothing", async () => {
      const { constitution } = protocol;
      const data = constitution.interface.encodeFunctionData("amend", [Rule.PanelLimit, 4, id("why")]);
      await expect(throughTimelock(protocol, constitution, data))
        .to.be.revertedWithCustomError(constitution, "Constitution_EvenPanel")
        .withArgs(4);
      expect(await constitution.version()).to.equal(1n);
    });
  });

  it("AZ-12: a work is judged and paid by the version it was registered under", async () => {
    const { pov, token, parameters, registry } = protocol;
    const work = attribution(evenly([accountNode(protocol.person(1))]));
    const contribution = await register(protocol, work);
    const { PointPriceCap, ChallengeWindow, CommitWindow } = parameters.rules;
    const constitution = await byTimelock();
    await constitution.amend(Rule.PointPriceCap, PointPriceCap.value / 2, RATIONALE_OF_CHANGE);
    await constitution.amend(Rule.ChallengeWindow, ChallengeWindow.value * 2, RATIONALE_OF_CHANGE);
    await constitution.amend(Rule.CommitWindow, CommitWindow.value * 2, RATIONALE_OF_CHANGE);
    await settled(protocol, contribution, work, 3);
    expect(await registry.rulesVersionOf(contribution)).to.equal(1n);
    const { commitEnd, revealEnd } = await pov.roundOf(contribution, 1);
    expect(await pov.challengeEndOf(contribution)).to.equal(revealEnd + BigInt(ChallengeWindow.value));
    expect(revealEnd - commitEnd).to.equal(BigInt(parameters.rules.RevealWindow.value));
    expect(await token.totalSupply()).to.equal(4n * BigInt(PointPriceCap.value) * 10n ** 12n);
    const later = await register(protocol, work, { evidence: id("later") });
    expect(await registry.rulesVersionOf(later)).to.equal(4n);
    await settled(protocol, later, work, 3);
    expect(await token.totalSupply()).to.equal(6n * BigInt(PointPriceCap.value) * 10n ** 12n);
  });
});
