import { expect } from "chai";
import { impersonate } from "../../support/fixture.ts";
import { asPerson, assembled, executed, LARGE, proposalOf } from "../../support/governance.ts";
import type { Protocol } from "../../support/protocol.ts";

/** What OpenZeppelin's Governor says of relay and of what is sent to it, where a timelock executes. */
describe("Governor: what is sent to AzoraGovernor", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    ({ protocol } = await assembled());
  });

  const as = (index: number) => asPerson(protocol, index);

  it("relay is for a proposal, which can bring back what was sent by mistake", async () => {
    const { governor, token, pov, rewards, person } = protocol;
    const address = await governor.getAddress();
    await token.connect(await impersonate(protocol, await pov.getAddress())).mint(0n, 9n);
    await token.connect(await impersonate(protocol, await rewards.getAddress())).transfer(governor, 9n);
    const pay = token.interface.encodeFunctionData("transfer", [person(20).address, 9n]);
    const terms: [string, bigint, string] = [await token.getAddress(), 0n, pay];
    await expect(as(LARGE).relay(...terms))
      .to.be.revertedWithCustomError(governor, "GovernorOnlyExecutor")
      .withArgs(person(LARGE));
    await executed(protocol, proposalOf(address, governor.interface.encodeFunctionData("relay", terms)));
    expect(await token.balanceOf(person(20))).to.equal(9n);
  });

  it("relay passes on why a call was refused", async () => {
    const { governor, token } = protocol;
    const pay = token.interface.encodeFunctionData("transfer", [await token.getAddress(), 1n]);
    const data = governor.interface.encodeFunctionData("relay", [await token.getAddress(), 0n, pay]);
    await expect(executed(protocol, proposalOf(await governor.getAddress(), data)))
      .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
      .withArgs(governor, 0n, 1n);
  });

  it("takes neither ETH nor tokens that ask: what it governs belongs to the timelock", async () => {
    const { governor, person } = protocol;
    const [from, to] = [person(0).address, person(1).address];
    const attempts = [
      () => person(0).sendTransaction({ to: governor, value: 1n }),
      () => governor.onERC721Received(from, to, 1n, "0x"),
      () => governor.onERC1155Received(from, to, 1n, 1n, "0x"),
      () => governor.onERC1155BatchReceived(from, to, [1n], [1n], "0x"),
    ];
    for (const attempt of attempts)
      await expect(attempt()).to.be.revertedWithCustomError(governor, "GovernorDisabledDeposit");
  });
});
