import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import {
  type Attribution,
  accountNode,
  attribution,
  hashShares,
  identityNode,
  WHOLE,
} from "../../support/attribution.ts";
import { fresh } from "../../support/fixture.ts";
import { register } from "../../support/life.ts";
import { attest, linked, NO_DEADLINE } from "../../support/links.ts";
import type { Protocol } from "../../support/protocol.ts";

const ALICE = identityNode("github:alice");
const BOB = identityNode("github:bob");
const FIVE_PERCENT = 50_000;

describe("AttributionRegistry.isParty", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution([
      { node: accountNode(protocol.person(1)), weight: FIVE_PERCENT },
      { node: accountNode(protocol.person(2)), weight: FIVE_PERCENT - 1 },
      { node: ALICE, weight: FIVE_PERCENT },
      { node: BOB, weight: FIVE_PERCENT - 1 },
      { node: accountNode(protocol.person(3)), weight: WHOLE - 4 * FIVE_PERCENT + 2 },
    ]);
    contribution = await register(protocol, work);
  });

  const isParty = async (index: number): Promise<boolean> =>
    protocol.registry.isParty(
      contribution,
      protocol.person(index),
      work.contributors,
      hashShares(work.upstream),
    );

  it("AZ-05: is the registrant", async () => {
    expect(await isParty(0)).to.equal(true);
  });

  it("AZ-05: is an account credited 5%, not one credited 4.9999%", async () => {
    expect(await isParty(1)).to.equal(true);
    expect(await isParty(2)).to.equal(false);
    expect(await isParty(3)).to.equal(true);
    expect(await isParty(4), "a stranger").to.equal(false);
  });

  it("AZ-05: is the account of an identity, from the proposal of their link", async () => {
    const { registry, attestor, person } = protocol;
    expect(await isParty(4)).to.equal(false);
    const attestation = await attest(protocol, attestor, ALICE, person(4).address);
    await registry.link(ALICE, person(4), NO_DEADLINE, [attestation]);
    expect(await isParty(4), "proposed").to.equal(true);
    await registry.connect(attestor).veto(ALICE);
    expect(await isParty(4), "vetoed").to.equal(false);
    const again = await attest(protocol, attestor, ALICE, person(4).address, { nonce: 1n });
    await registry.link(ALICE, person(4), NO_DEADLINE, [again]);
    await protocol.connection.networkHelpers.time.increase(protocol.parameters.rules.LinkDelay.value);
    expect(await isParty(4), "in effect").to.equal(true);
    await linked(protocol, BOB, protocol.person(5).address);
    expect(await isParty(5), "by an identity credited 4.9999%").to.equal(false);
  });

  it("AZ-05: cannot be asked with other contributors than the registered ones", async () => {
    const { registry, person } = protocol;
    const stored = await registry.attributionHashOf(contribution);
    const others = attribution([{ node: accountNode(person(4)), weight: WHOLE }]).contributors;
    for (const [contributors, upstreamHash] of [
      [others, hashShares([])],
      [work.contributors, ZeroHash],
    ] as const) {
      await expect(registry.isParty(contribution, person(1), contributors, upstreamHash))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_AttributionMismatch")
        .withArgs(contribution, (given: string) => given !== stored, stored);
    }
  });

  it("AZ-05: is never nobody, whom an identity without a link belongs to", async () => {
    const { registry } = protocol;
    const asked = registry.isParty(contribution, ZeroAddress, work.contributors, hashShares([]));
    expect(await asked).to.equal(false);
  });

  it("wants a work that exists", async () => {
    const { registry, person } = protocol;
    const unknown = `0x01${"22".repeat(31)}`;
    await expect(registry.isParty(unknown, person(1), work.contributors, hashShares([])))
      .to.be.revertedWithCustomError(registry, "AttributionRegistry_UnknownContribution")
      .withArgs(unknown);
  });
});
