import { createDeployment, Direction, Rule } from "@azora/sdk";
import { expect } from "chai";
import { parseEther, parseGwei } from "viem";
import { dueOf, isTooPoor, type Priced, readPrices } from "./price.ts";

const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const RULES: Readonly<Record<number, number>> = {
  [Rule.ChallengeFee]: 20_000_000,
  [Rule.ChallengeBond]: 300_000_000,
  [Rule.ChallengeBondPerPoint]: 1_000_000,
};

/** A node with these rules in version 3. Notes what it was asked to read. */
function node(asked: string[] = []) {
  const read = async ({ functionName, args }: { functionName: string; args?: [number, number] }) => {
    asked.push(functionName);
    if (args === undefined) return parseEther("0.32");
    return args[1] === 3 ? RULES[args[0]] : 0;
  };
  const client = { readContract: read, getBalance: async () => parseEther("1") };
  return client as unknown as Parameters<typeof readPrices>[0];
}

const priced = (direction: Direction, level: number): Priced => ({ level, rulesVersion: 3, direction });

describe("the price of a challenge", () => {
  it("is the deposit downward, and more by the level upward", async () => {
    const down = await readPrices(node(), deployment, account, priced(Direction.Down, 6));
    expect(down).to.deep.equal({
      ...{ fee: parseEther("0.02"), bond: parseEther("0.3") },
      ...{ deposit: parseEther("0.32"), balance: parseEther("1") },
    });
    expect(dueOf(down)).to.deep.equal({ first: parseEther("0.32"), rest: 0n });
    const up = await readPrices(node(), deployment, account, priced(Direction.Up, 1));
    // The least that it could win is level 3: four points.
    expect(up.bond).to.equal(parseEther("0.3") + 4n * parseGwei("1000000"));
    expect(dueOf(up)).to.deep.equal({ first: parseEther("0.32"), rest: parseEther("0.004") });
  });

  it("is reckoned without telling a node which work is meant", async () => {
    const asked: string[] = [];
    await readPrices(node(asked), deployment, account, priced(Direction.Up, 1));
    expect(new Set(asked)).to.deep.equal(new Set(["depositRequired", "valueOf"]));
  });

  it("counts a deposit that was paid before, whatever it was", () => {
    const prices = { fee: 2n, bond: 30n, deposit: 40n, balance: 0n };
    expect(dueOf(prices, 32n)).to.deep.equal({ first: 0n, rest: 0n });
    expect(dueOf(prices, 20n)).to.deep.equal({ first: 0n, rest: 12n });
    expect(dueOf(prices)).to.deep.equal({ first: 40n, rest: 0n });
  });

  it("is too much for who could reserve and not challenge", () => {
    const prices = (balance: bigint) => ({ fee: 2n, bond: 38n, deposit: 32n, balance });
    expect([isTooPoor(prices(39n)), isTooPoor(prices(40n))]).to.deep.equal([true, false]);
    expect([isTooPoor(prices(7n), 32n), isTooPoor(prices(8n), 32n)]).to.deep.equal([true, false]);
  });
});
