import { Role } from "@azora/sdk";
import { expect } from "chai";
import { AbiCoder, id, keccak256, toBeHex, ZeroAddress } from "ethers";
import { initCode } from "../../../deploy/initCode.ts";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate, now, unhurried } from "../../support/fixture.ts";
import { remember } from "../../support/history.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import { draw, headerOf, panelOf, register } from "../../support/life.ts";
import { deployProtocol, type Protocol, seatJudges } from "../../support/protocol.ts";

/** Blocks whose hashes EIP-2935 serves. */
const HISTORY = 8_191n;
const UNKNOWN = `0x01${"22".repeat(31)}`;
const [NONE, ARMED, VOTING, VOID] = [0n, 1n, 2n, 7n];
const MISSED_DRAW = 0n;

async function elevenSeats(): Promise<Protocol> {
  const protocol = await deployProtocol(unhurried);
  await seatJudges(protocol, 11);
  return protocol;
}

describe("ProofOfValue: arming and drawing", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let drawBlock: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
    drawBlock = await protocol.pov.drawBlockOf(contribution);
  });

  const head = async () => BigInt(await protocol.ethers.provider.getBlockNumber());
  const mineTo = async (block: bigint) => protocol.connection.networkHelpers.mine(block - (await head()));

  /** That many blocks past the armed one. */
  const mineAway = async (blocks: bigint) => {
    await mineTo(drawBlock + blocks);
    await remember(protocol, drawBlock);
  };

  describe("open", () => {
    it("is for the registry alone", async () => {
      const { pov, person, timelock } = protocol;
      const callers = [person(0), await impersonate(protocol, await timelock.getAddress())];
      for (const caller of callers) {
        await expect(pov.connect(caller).open(UNKNOWN, 1, 0))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_NotRegistry")
          .withArgs(caller.address);
      }
    });

    it("arms a draw the rule's number of blocks ahead", async () => {
      const { armedAt } = await protocol.pov.workOf(contribution);
      expect(drawBlock).to.equal(armedAt + BigInt(protocol.parameters.rules.ArmingDelay.value));
    });
  });

  describe("draw", () => {
    it("draws distinct seats by the prevRandao of the armed block, and starts the windows", async () => {
      const { pov, ethers, parameters, validators } = protocol;
      const transaction = await draw(protocol, contribution);
      const { mixHash }: { mixHash: string } = await ethers.provider.send("eth_getBlockByNumber", [
        toBeHex(drawBlock),
        false,
      ]);
      const prevRandao = BigInt(mixHash);
      const commitEnd = (await now(protocol)) + BigInt(parameters.rules.CommitWindow.value);
      const revealEnd = commitEnd + BigInt(parameters.rules.RevealWindow.value);
      const seed = keccak256(
        AbiCoder.defaultAbiCoder().encode(["uint256", "bytes32", "uint16"], [prevRandao, contribution, 1]),
      );
      const seats = drawnSeats(seed, 7, 30);
      const panel = packed(seats);
      await expect(transaction)
        .to.emit(pov, "Drawn")
        .withArgs(contribution, 1, prevRandao, panel, commitEnd, revealEnd);
      await expectLeaf(protocol, transaction, {
        kind: "Drawn",
        emitter: pov,
        subject: contribution,
        actor: protocol.deployer,
        dataHash: hashOf(["uint16", 1], ["uint256", prevRandao], ["uint256", panel]),
      });
      const round = await pov.roundOf(contribution, 1);
      const { armedAt, phase } = await pov.workOf(contribution);
      const holders = await Promise.all(seats.map(async (seat) => validators.holderAt(seat, armedAt)));
      expect([...round.panel]).to.deep.equal(holders);
      expect(new Set(holders).size).to.equal(7);
      expect([round.votes, round.armedAt, round.commitEnd, round.revealEnd]).to.deep.equal([
        0n,
        armedAt,
        commitEnd,
        revealEnd,
      ]);
      expect(phase).to.equal(VOTING);
    });

    it("has to wait for the block after the armed one", async () => {
      const { pov } = protocol;
      await mineTo(drawBlock - 1n);
      await expect(pov.draw(contribution, "0x"))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_DrawTooEarly")
        .withArgs(drawBlock, drawBlock);
      await mineTo(drawBlock);
      await pov.draw(contribution, await headerOf(protocol, drawBlock));
    });

    it("refuses another block's header, a changed one, and none", async () => {
      const { pov } = protocol;
      await mineTo(drawBlock + 1n);
      const right = await headerOf(protocol, drawBlock);
      const wrong = [
        await headerOf(protocol, drawBlock - 1n),
        await headerOf(protocol, drawBlock + 1n),
        `${right}00`,
        "0x",
      ];
      for (const header of wrong) {
        await expect(pov.draw(contribution, header))
          .to.be.revertedWithCustomError(pov, "ProofOfValue_InvalidHeader")
          .withArgs(drawBlock);
      }
      await pov.draw(contribution, right);
    });

    it("reaches further back than 256 blocks, through EIP-2935", async () => {
      await mineAway(1_000n);
      await protocol.pov.draw(contribution, await headerOf(protocol, drawBlock));
      expect((await protocol.pov.workOf(contribution)).phase).to.equal(VOTING);
    });

    it("refuses a work that is not armed", async () => {
      const { pov } = protocol;
      await expect(pov.draw(UNKNOWN, "0x"))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(UNKNOWN, NONE, ARMED);
      await expect(pov.drawBlockOf(UNKNOWN))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(UNKNOWN, NONE, ARMED);
      await draw(protocol, contribution);
      await expect(pov.draw(contribution, await headerOf(protocol, drawBlock)))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, VOTING, ARMED);
    });

    it("counts the seats as of the arming: whoever enters later is on no panel", async () => {
      protocol = await fresh(elevenSeats);
      contribution = await register(protocol, work);
      await seatJudges({ ...protocol, judges: protocol.judges.slice(11) });
      await draw(protocol, contribution);
      const panel = await panelOf(protocol, contribution);
      expect(panel, "the largest odd n with 3n + 1 <= 11").to.have.length(3);
      const early = protocol.judges.slice(0, 11).map(({ address }) => address);
      expect(early).to.include.members(panel.map(({ address }) => address));
    });

    it("gives two works of one block different panels", async () => {
      const other = await register(protocol, work, { evidence: id("other") });
      await draw(protocol, contribution);
      await draw(protocol, other);
      const [one, two] = await Promise.all(
        [contribution, other].map(async (it) => protocol.pov.roundOf(it, 1)),
      );
      expect(one?.panel).not.to.deep.equal(two?.panel);
    });
  });

  describe("missed draw", () => {
    it("is drawn at the last block of the history, not one later", async () => {
      const { pov, connection } = protocol;
      const last = drawBlock + HISTORY;
      await mineAway(HISTORY - 1n);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await pov.draw(contribution, await headerOf(protocol, drawBlock));
      await snapshot.restore();
      await expect(pov.rearm(contribution))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_DrawNotMissed")
        .withArgs(last, last);
      await mineTo(last);
      await expect(pov.draw(contribution, await headerOf(protocol, drawBlock)))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_DrawMissed")
        .withArgs(last + 1n, last);
    });

    it("is armed again once, then void, with the bond returned", async () => {
      const { pov, registry, person } = protocol;
      const bond = await registry.bondOf(contribution);
      await mineTo(drawBlock + HISTORY);
      const rearmed = await pov.connect(person(5)).rearm(contribution);
      const armedAt = await head();
      const second = armedAt + BigInt(protocol.parameters.rules.ArmingDelay.value);
      await expect(rearmed).to.emit(pov, "Rearmed").withArgs(contribution, 2, MISSED_DRAW, armedAt, second);
      await expectLeaf(protocol, rearmed, {
        kind: "Rearmed",
        emitter: pov,
        subject: contribution,
        actor: person(5),
        dataHash: hashOf(["uint16", 2], ["uint8", MISSED_DRAW], ["uint40", armedAt]),
      });
      expect(await pov.drawBlockOf(contribution)).to.equal(second);

      await mineTo(second + HISTORY);
      const voided = await pov.connect(person(5)).rearm(contribution);
      await expect(voided).to.emit(pov, "Voided").withArgs(contribution, 1, 2);
      await expectLeaf(protocol, voided, {
        kind: "Voided",
        emitter: pov,
        subject: contribution,
        actor: person(5),
        dataHash: hashOf(["uint16", 1], ["uint16", 2]),
      });
      await expect(voided).to.emit(registry, "BondReleased").withArgs(contribution, person(0).address, bond);
      expect((await pov.workOf(contribution)).phase).to.equal(VOID);
      expect(await pov.openRounds()).to.equal(0n);
      await expect(pov.rearm(contribution))
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, VOID, ARMED);
    });

    it("can be drawn after it was armed again", async () => {
      await mineTo(drawBlock + HISTORY);
      await protocol.pov.rearm(contribution);
      await draw(protocol, contribution);
      const { phase, round, rearmed } = await protocol.pov.workOf(contribution);
      expect([phase, round, rearmed]).to.deep.equal([VOTING, 2n, true]);
    });
  });

  describe("deployment", () => {
    /** Fills the six places before ProofOfValue with anything. */
    async function genesisBefore() {
      const { ethers, deployer } = protocol;
      return ethers.getContractFactory("Genesis").then(async (factory) => factory.deploy(deployer));
    }

    it("refuses an epoch of no length", async () => {
      const { pov } = protocol;
      const genesis = await genesisBefore();
      await expect(genesis.create(Role.AuditLedger, initCode("ProofOfValue", [0])))
        .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
        .withArgs(Role.AuditLedger, pov.interface.encodeErrorResult("ProofOfValue_InvalidEpochLength", [0]));
    });

    it("refuses a chain whose randomness can be foreseen", async () => {
      const { pov, connection } = protocol;
      for (const randao of [0n, 2n ** 64n - 1n]) {
        const genesis = await genesisBefore();
        await connection.networkHelpers.setPrevRandao(randao);
        await expect(genesis.create(Role.AuditLedger, initCode("ProofOfValue", [60])))
          .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
          .withArgs(Role.AuditLedger, pov.interface.encodeErrorResult("ProofOfValue_NoRandomness", [randao]));
      }
    });

    it("refuses a chain without the history of EIP-2935", async () => {
      const { pov, connection } = protocol;
      const genesis = await genesisBefore();
      await connection.networkHelpers.setCode("0x0000F90827F1C53a10cb7A02335B175320002935", "0x");
      await expect(genesis.create(Role.AuditLedger, initCode("ProofOfValue", [60])))
        .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
        .withArgs(Role.AuditLedger, pov.interface.encodeErrorResult("ProofOfValue_NoBlockHistory"));
    });
  });

  it("knows nothing of a work or a round that does not exist", async () => {
    const { pov, person } = protocol;
    const { phase, opening, round } = await pov.workOf(UNKNOWN);
    expect([phase, opening, round]).to.deep.equal([NONE, 0n, 0n]);
    expect([...(await pov.roundOf(UNKNOWN, 1)).panel]).to.deep.equal([]);
    expect(await pov.voteOf(UNKNOWN, 1, person(0))).to.equal(toBeHex(0, 32));
    expect(await pov.isAccepted(UNKNOWN)).to.equal(false);
    expect(person(0).address).not.to.equal(ZeroAddress);
  });
});

/** contracts/types/Panel.sol, written again. */
function drawnSeats(seed: string, n: number, seats: number): number[] {
  const found: number[] = [];
  const limit = 0x10000 - (0x10000 % seats);
  for (let counter = 0; found.length < n; counter++) {
    let random = BigInt(
      keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "uint256"], [seed, counter])),
    );
    for (let i = 0; i < 16 && found.length < n; i++, random >>= 16n) {
      const word = Number(random & 0xffffn);
      if (word < limit && !found.includes(word % seats)) found.push(word % seats);
    }
  }
  return found;
}

function packed(seats: number[]): bigint {
  return seats.reduce((sum, seat, i) => sum | (BigInt(seat) << BigInt(16 * i)), BigInt(seats.length) << 240n);
}
