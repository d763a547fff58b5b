import { expect } from "chai";
import { parseGwei } from "viem";
import { Direction, Ground } from "../generated/enums.ts";
import { type ChallengeRule, challengePrice, isGroundFor } from "./challenge.ts";
import { points } from "./score.ts";

const rules: Record<ChallengeRule, bigint> = {
  ChallengeFee: 20n,
  ChallengeBond: 300n,
  ChallengeBondPerPoint: 7n,
};
const priceOf = (direction: Direction, level: bigint) =>
  challengePrice((name) => rules[name], direction, level);

describe("the challenge of a score", () => {
  it("costs its fee and its bond in wei, and upward a part for each point of the next level that can win", () => {
    expect(priceOf(Direction.Down, 5n)).to.deep.equal({ fee: parseGwei("20"), bond: parseGwei("300") });
    const bond = (300n + 7n * points(7n)) * 10n ** 9n;
    expect(priceOf(Direction.Up, 5n)).to.deep.equal({ fee: parseGwei("20"), bond });
  });

  it("has every ground downward, and upward its value and a conflict alone", () => {
    const grounds = Object.values(Ground);
    const groundsOf = (direction: Direction) => grounds.filter((ground) => isGroundFor(direction, ground));
    expect(groundsOf(Direction.Down)).to.deep.equal(grounds);
    expect(groundsOf(Direction.Up)).to.have.members([Ground.Value, Ground.Conflict]).and.have.length(2);
  });
});
