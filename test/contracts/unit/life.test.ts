import { expect } from "chai";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { register, settled } from "../../support/life.ts";
import { seatedProtocol } from "../../support/protocol.ts";

describe("The life of a contribution", () => {
  it("pays 90% to the people and 10% to the fund", async () => {
    const protocol = await seatedProtocol();
    const { token, fund, rewards, person } = protocol;
    const work = attribution(evenly([accountNode(person(1)), accountNode(person(2))]));
    const contribution = await register(protocol, work);
    await settled(protocol, contribution, work, 5);
    // Level 5 is 16 points, at the price cap of 100 AZR.
    expect(await token.totalSupply()).to.equal(1_600n * 10n ** 18n);
    expect(await token.balanceOf(fund)).to.equal(160n * 10n ** 18n);
    expect((await rewards.creditOf(token, person(1))).owed).to.equal(720n * 10n ** 18n);
    await rewards.connect(person(1)).withdraw(token, person(5));
    expect(await token.balanceOf(person(5))).to.equal(720n * 10n ** 18n);
  });
});
