import { LeafKind, Role, Rule } from "@azora/sdk";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { initCode } from "../../../deploy/initCode.ts";
import { accountNode, identityNode } from "../../support/attribution.ts";
import { fresh, impersonate, nextAt, now } from "../../support/fixture.ts";
import { expectLeaf, hashOf, subjectOf } from "../../support/leaves.ts";
import { attest, NO_DEADLINE } from "../../support/links.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended, throughTimelock } from "../../support/timelock.ts";

const ALICE = identityNode("github:alice");

describe("AttributionRegistry: identities", () => {
  let protocol: Protocol;
  let account: string;
  let delay: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    account = protocol.person(1).address;
    delay = BigInt(protocol.parameters.rules.LinkDelay.value);
  });

  /** A link by the one attestor of these parameters. */
  async function propose(
    change: { identity?: string; account?: string; deadline?: bigint; nonce?: bigint } = {},
  ) {
    const { identity = ALICE, deadline = NO_DEADLINE, nonce = 0n } = change;
    const to = change.account ?? account;
    const attestation = await attest(protocol, protocol.attestor, identity, to, { deadline, nonce });
    return protocol.registry.connect(protocol.person(5)).link(identity, to, deadline, [attestation]);
  }

  /** Appoints attestors and waits until they are in office; ascending by address. */
  async function appoint(...signers: HardhatEthersSigner[]): Promise<void> {
    const { registry, timelock, connection, parameters } = protocol;
    const byTimelock = registry.connect(await impersonate(protocol, await timelock.getAddress()));
    for (const signer of signers) await byTimelock.setAttestor(signer, true);
    await connection.networkHelpers.time.increase(parameters.rules.AttestorDelay.value);
  }

  const ascending = (signers: HardhatEthersSigner[]) =>
    signers.toSorted((a, b) => (a.address.toLowerCase() < b.address.toLowerCase() ? -1 : 1));

  describe("link", () => {
    it("is proposed by anybody who has the attestations", async () => {
      const { registry, attestor, person } = protocol;
      const transaction = await propose();
      const effectiveAt = (await now(protocol)) + delay;
      await expect(transaction)
        .to.emit(registry, "LinkProposed")
        .withArgs(ALICE, account, 0, effectiveAt, [attestor.address]);
      await expectLeaf(protocol, transaction, {
        kind: "LinkProposed",
        emitter: registry,
        subject: ALICE,
        actor: person(5),
        dataHash: hashOf(
          ["address", account],
          ["uint256", 0],
          ["uint40", effectiveAt],
          ["bytes32", hashOf(["address[]", [attestor.address]])],
        ),
      });
      expect(await registry.linkOf(ALICE)).to.deep.equal([account, effectiveAt, 0n]);
    });

    it("takes effect at the second its delay ends, not before", async () => {
      const { registry, connection } = protocol;
      await propose();
      const { effectiveAt } = await registry.linkOf(ALICE);
      await connection.networkHelpers.time.increaseTo(effectiveAt - 1n);
      expect(await registry.accountOf(ALICE)).to.equal(ZeroAddress);
      await connection.networkHelpers.time.increaseTo(effectiveAt);
      expect(await registry.accountOf(ALICE)).to.equal(account);
    });

    it("knows nothing of an identity without one", async () => {
      const { registry } = protocol;
      expect(await registry.accountOf(ALICE)).to.equal(ZeroAddress);
      expect(await registry.linkOf(ALICE)).to.deep.equal([ZeroAddress, 0n, 0n]);
    });

    it("is for identities, to real accounts that are not the protocol's", async () => {
      const { registry, genesis, rewards } = protocol;
      const node = accountNode(account);
      await expect(propose({ identity: node }))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotIdentity")
        .withArgs(node);
      await expect(propose({ account: ZeroAddress }))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_InvalidAccount")
        .withArgs(ZeroAddress);
      for (const address of [await genesis.getAddress(), await rewards.getAddress()]) {
        await expect(propose({ account: address }))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_ProtocolAddress")
          .withArgs(address);
      }
    });

    it("is accepted at its deadline, and not a second later", async () => {
      const { registry } = protocol;
      const deadline = (await now(protocol)) + 100n;
      await nextAt(protocol, deadline + 1n);
      await expect(propose({ deadline }))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_DeadlinePassed")
        .withArgs(deadline);
      const later = (await now(protocol)) + 100n;
      await nextAt(protocol, later);
      await propose({ deadline: later });
    });

    it("is for good: a second one is refused, pending or in effect", async () => {
      const { registry, person } = protocol;
      await propose();
      const refused = async () =>
        expect(propose({ account: person(2).address }))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_LinkExists")
          .withArgs(ALICE, account);
      await refused();
      await protocol.connection.networkHelpers.time.increase(delay);
      await refused();
    });
  });

  describe("attestations", () => {
    it("are as many as the rule says, one an attestor", async () => {
      const { registry, attestor, person } = protocol;
      await appoint(person(20), person(21));
      await amended(protocol, Rule.AttestorThreshold, 2);
      const [one, two, three] = ascending([attestor, person(20), person(21)]);
      if (!one || !two || !three) throw new Error("three attestors");
      const signed = async (...signers: HardhatEthersSigner[]) =>
        registry.link(
          ALICE,
          account,
          NO_DEADLINE,
          await Promise.all(signers.map(async (signer) => attest(protocol, signer, ALICE, account))),
        );
      for (const too of [[], [one]]) {
        await expect(signed(...too))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_TooFewAttestations")
          .withArgs(too.length, 2);
      }
      await expect(signed(one, one))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_AttestorsNotAscending")
        .withArgs(one.address);
      await expect(signed(two, one))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_AttestorsNotAscending")
        .withArgs(one.address);
      const transaction = signed(one, two, three);
      await expect(transaction)
        .to.emit(registry, "LinkProposed")
        .withArgs(ALICE, account, 0, anything, [one.address, two.address, three.address]);
    });

    it("are of attestors in office", async () => {
      const { registry, person } = protocol;
      const attestation = await attest(protocol, person(3), ALICE, account);
      await expect(registry.link(ALICE, account, NO_DEADLINE, [attestation]))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAttestor")
        .withArgs(person(3).address);
    });

    it("are bound to attestor, identity, account, nonce and deadline", async () => {
      const { registry, attestor, person } = protocol;
      const other = person(2).address;
      const wrong = await Promise.all([
        attest(protocol, person(3), ALICE, account, { attestor }),
        attest(protocol, attestor, identityNode("github:bob"), account),
        attest(protocol, attestor, ALICE, other),
        attest(protocol, attestor, ALICE, account, { nonce: 1n }),
        attest(protocol, attestor, ALICE, account, { deadline: NO_DEADLINE + 1n }),
        { attestor: attestor.address, signature: "0x" },
      ]);
      for (const attestation of wrong) {
        await expect(registry.link(ALICE, account, NO_DEADLINE, [attestation]))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_InvalidSignature")
          .withArgs(attestor.address);
      }
    });

    it("may be an ERC-1271 contract's", async () => {
      const { ethers, registry, person } = protocol;
      const factory = await ethers.getContractFactory("ContractWallet");
      const wallet = await factory.deploy(person(20));
      const address = await wallet.getAddress();
      await appoint(await ethers.getImpersonatedSigner(address));
      const bad = await attest(protocol, person(21), ALICE, account, { attestor: wallet });
      await expect(registry.link(ALICE, account, NO_DEADLINE, [bad]))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_InvalidSignature")
        .withArgs(address);
      const good = await attest(protocol, person(20), ALICE, account, { attestor: wallet });
      await expect(registry.link(ALICE, account, NO_DEADLINE, [good]))
        .to.emit(registry, "LinkProposed")
        .withArgs(ALICE, account, 0, anything, [address]);
    });
  });

  describe("veto", () => {
    it("stops a pending link, and its attestations for good", async () => {
      const { registry, attestor } = protocol;
      await propose();
      const transaction = await registry.connect(attestor).veto(ALICE);
      await expect(transaction).to.emit(registry, "LinkVetoed").withArgs(ALICE, account, 0, attestor.address);
      await expectLeaf(protocol, transaction, {
        kind: "LinkVetoed",
        emitter: registry,
        subject: ALICE,
        actor: attestor,
        dataHash: hashOf(["address", account], ["uint256", 0]),
      });
      expect(await registry.linkOf(ALICE)).to.deep.equal([ZeroAddress, 0n, 1n]);
      await protocol.connection.networkHelpers.time.increase(delay);
      expect(await registry.accountOf(ALICE)).to.equal(ZeroAddress);
      await expect(propose())
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_InvalidSignature")
        .withArgs(attestor.address);
      await propose({ nonce: 1n });
      expect((await registry.linkOf(ALICE)).nonce).to.equal(1n);
    });

    it("comes in time until the last second before the effect", async () => {
      const { registry, attestor } = protocol;
      await propose();
      const { effectiveAt } = await registry.linkOf(ALICE);
      const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, effectiveAt);
      await expect(registry.connect(attestor).veto(ALICE))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NoPendingLink")
        .withArgs(ALICE);
      await snapshot.restore();
      await nextAt(protocol, effectiveAt - 1n);
      await registry.connect(attestor).veto(ALICE);
    });

    it("is an attestor's, of a link that there is", async () => {
      const { registry, attestor, person } = protocol;
      await expect(registry.connect(attestor).veto(ALICE))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NoPendingLink")
        .withArgs(ALICE);
      await propose();
      await expect(registry.connect(person(0)).veto(ALICE))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAttestor")
        .withArgs(person(0).address);
    });
  });

  describe("attestors", () => {
    it("AZ-14: are exactly the listed ones, in office at once", async () => {
      const { registry, parameters } = protocol;
      const events = await registry.queryFilter(registry.filters.AttestorSet);
      expect(events.map(({ args }) => args.attestor)).to.deep.equal(parameters.attestors);
      for (const { args, blockNumber } of events) {
        const block = await protocol.ethers.provider.getBlock(blockNumber);
        expect(args.activeFrom).to.equal(BigInt(block?.timestamp ?? 0));
        expect(await registry.attestorFrom(args.attestor)).to.equal(args.activeFrom);
      }
    });

    it("are refused at the deployment if out of order, or one twice", async () => {
      const { ethers, deployer, registry, person } = protocol;
      const genesis = await ethers
        .getContractFactory("Genesis")
        .then(async (factory) => factory.deploy(deployer));
      const [one, two] = ascending([person(1), person(2)]);
      if (!one || !two) throw new Error("two accounts");
      const reason = registry.interface.encodeErrorResult("AttributionRegistry_AttestorsNotAscending", [
        one.address,
      ]);
      for (const before of [two, one])
        await expect(
          genesis.create(Role.AuditLedger, initCode("AttributionRegistry", [[before.address, one.address]])),
        )
          .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
          .withArgs(Role.AuditLedger, reason);
    });

    it("are appointed by the timelock, and act after the delay of the rule", async () => {
      const { registry, timelock, person, parameters, connection } = protocol;
      const data = registry.interface.encodeFunctionData("setAttestor", [person(20).address, true]);
      const transaction = await throughTimelock(protocol, registry, data);
      const activeFrom = (await now(protocol)) + BigInt(parameters.rules.AttestorDelay.value);
      await expect(transaction).to.emit(registry, "AttestorSet").withArgs(person(20).address, activeFrom);
      await expectLeaf(protocol, transaction, {
        kind: "AttestorSet",
        emitter: registry,
        subject: subjectOf(person(20).address),
        actor: timelock,
        dataHash: hashOf(["uint40", activeFrom]),
      });
      const attestation = await attest(protocol, person(20), ALICE, account);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await nextAt(protocol, activeFrom - 1n);
      await expect(registry.link(ALICE, account, NO_DEADLINE, [attestation]))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAttestor")
        .withArgs(person(20).address);
      await snapshot.restore();
      await nextAt(protocol, activeFrom);
      await registry.link(ALICE, account, NO_DEADLINE, [attestation]);
    });

    it("are not appointed twice, which would suspend them", async () => {
      const { registry, attestor } = protocol;
      const data = registry.interface.encodeFunctionData("setAttestor", [attestor.address, true]);
      await expect(throughTimelock(protocol, registry, data))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_AlreadyAttestor")
        .withArgs(attestor.address);
    });

    it("are recorded on the ledger from the first day", async () => {
      const { registry, ledger, genesis, attestor } = protocol;
      // Before them stands the guardian.
      const [, first] = await ledger.queryFilter(ledger.filters.Appended);
      expect(first?.args.kind).to.equal(BigInt(LeafKind.AttestorSet));
      expect(first?.args.emitter).to.equal(await registry.getAddress());
      expect(first?.args.subject).to.equal(subjectOf(attestor.address));
      expect(first?.args.actor).to.equal(await genesis.getAddress());
      expect(first?.args.dataHash).to.equal(hashOf(["uint40", await registry.attestorFrom(attestor)]));
    });

    it("are dismissed at once", async () => {
      const { registry, timelock, attestor } = protocol;
      const data = registry.interface.encodeFunctionData("setAttestor", [attestor.address, false]);
      const transaction = await throughTimelock(protocol, registry, data);
      await expect(transaction).to.emit(registry, "AttestorSet").withArgs(attestor.address, 0);
      await expectLeaf(protocol, transaction, {
        kind: "AttestorSet",
        emitter: registry,
        subject: subjectOf(attestor.address),
        actor: timelock,
        dataHash: hashOf(["uint40", 0]),
      });
      await expect(propose())
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAttestor")
        .withArgs(attestor.address);
    });

    it("AZ-14: are set by the timelock alone, and never absurdly", async () => {
      const { registry, timelock, deployer, attestor, proposer, person } = protocol;
      for (const caller of [deployer, attestor, proposer, person(0)]) {
        await expect(registry.connect(caller).setAttestor(person(20), true))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotTimelock")
          .withArgs(caller.address);
      }
      const byTimelock = registry.connect(await impersonate(protocol, await timelock.getAddress()));
      await expect(byTimelock.setAttestor(ZeroAddress, true))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_InvalidAccount")
        .withArgs(ZeroAddress);
      await expect(byTimelock.setAttestor(person(20), false))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAttestor")
        .withArgs(person(20).address);
    });
  });

  it("calls only itself and Genesis's other contracts the protocol's", async () => {
    const { registry, genesis, person } = protocol;
    expect(await registry.isProtocol(genesis)).to.equal(true);
    expect(await registry.isProtocol(person(0))).to.equal(false);
    expect(await registry.isProtocol(ZeroAddress)).to.equal(false);
  });
});

const anything = (): boolean => true;
