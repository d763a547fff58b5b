import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { parseEther, parseGwei } from "viem";
import { createDeployment } from "../../../addresses.ts";
import { Direction, Ground, Phase } from "../../../generated/enums.ts";
import { points } from "../../../model/score.ts";
import { createReservation, hashOfStored, type StoredReservation } from "../../../storedReservation.ts";
import { emptyView, reservationKey, type View, type WorkView } from "../../../view/index.ts";
import { RefusedError } from "../../exit.ts";
import { keepReservation } from "../../reservations.ts";
import { priceOf, unsentFor, usableFor } from "./plan.ts";
import { otherReservations, requireFunds, requireTime } from "./reserve.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const challenger = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const claim = createReservation({
  chainId: 31_337,
  challenger,
  contribution: `0x01${"ab".repeat(31)}`,
  direction: Direction.Down,
  ground: Ground.Value,
  reason: "Too much.",
  salt: `0x${"cd".repeat(32)}`,
});
/** What the same command makes of it when it is run again. */
const again = { ...claim, salt: `0x${"ce".repeat(32)}` } as const;
const deposit = parseEther("0.32");
const BLOCK = 100n;

const hashOf = (reservation: StoredReservation) => hashOfStored(deployment, reservation);
const keyOf = (reservation: StoredReservation) => reservationKey(challenger, hashOf(reservation));

/** A view in which these are reserved. */
function viewOf(reserved: readonly StoredReservation[], block = BLOCK + 1n): View {
  const reservations = reserved.map(
    (each) => [keyOf(each), { challenger, hash: hashOf(each), deposit, block: BLOCK }] as const,
  );
  return { ...emptyView(), block, reservations: new Map(reservations) };
}

describe("cli: what a challenge takes", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-challenge-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const chain = () => ({
    folder,
    network: { rpcUrl: "http://127.0.0.1:1", deployment, evidence: path.join(folder, "evidence") },
  });

  describe("its price, from the logs", () => {
    const rules = { ChallengeFee: 20n, ChallengeBond: 300n, ChallengeBondPerPoint: 7n };
    const view: View = { ...emptyView(), rules: new Map([[2, rules]]) };
    const { contribution } = claim;
    const workAt = (level: number, phase: Phase = Phase.Scored) =>
      ({ contribution, phase, level, rulesVersion: 2 }) as WorkView;

    it("is what the contract would say", () => {
      expect(priceOf(view, workAt(5), Direction.Down)).to.deep.equal([parseGwei("20"), parseGwei("300")]);
      const bond = (300n + 7n * points(7n)) * 10n ** 9n;
      expect(priceOf(view, workAt(5), Direction.Up)).to.deep.equal([parseGwei("20"), bond]);
    });

    it("is none without a score, or where no challenge can win", () => {
      expect(() => priceOf(view, workAt(5, Phase.Voting), Direction.Down)).to.throw(/has no score/);
      expect(() => priceOf(view, workAt(9), Direction.Up)).to.throw(/Level 9 cannot be challenged up/);
    });
  });

  it("is a reservation of the same claim that can be used in the next block", () => {
    const [onChain] = viewOf([claim]).reservations.values();
    const live = onChain === undefined ? [] : [{ kept: claim, onChain }];
    expect(usableFor(live, viewOf([claim], BLOCK + 1_799n), again)?.kept).to.equal(claim);
    expect(usableFor(live, viewOf([claim], BLOCK + 1_800n), again)).to.equal(undefined);
    expect(usableFor(live, viewOf([claim]), { ...again, ground: Ground.Conflict })).to.equal(undefined);
  });

  it("is the same reservation again if a command was interrupted before it was in a block", () => {
    expect(unsentFor(chain(), viewOf([]), again)).to.equal(undefined);
    keepReservation(folder, deployment, claim);
    expect(unsentFor(chain(), viewOf([]), again)).to.deep.equal(claim);
    expect(unsentFor(chain(), viewOf([]), { ...again, direction: Direction.Up })).to.equal(undefined);
  });

  it("is a new one if that was in a block, whether it is still there or was forfeited", () => {
    keepReservation(folder, deployment, claim);
    expect(unsentFor(chain(), viewOf([claim]), again)).to.equal(undefined);
    const lost = { ...viewOf([]), forfeited: new Set([keyOf(claim)]) };
    expect(unsentFor(chain(), lost, again)).to.equal(undefined);
  });

  it("names every other reservation of the account, and of nobody else", () => {
    keepReservation(folder, deployment, claim);
    const work = `0x01${"ef".repeat(31)}` as const;
    const elsewhere = { ...again, contribution: work };
    keepReservation(folder, deployment, elsewhere);
    const unknown = { ...again, salt: `0x${"01".repeat(32)}` } as const;
    const view = viewOf([claim, elsewhere, unknown]);
    const stranger = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    view.reservations.set("theirs", { challenger: stranger, hash: "0x12", deposit, block: BLOCK });
    const end = `it can be used up to block ${BLOCK + 1_800n}, and its deposit is 0.32 ETH.`;
    expect(otherReservations(chain(), view, again)).to.deep.equal([
      `You have reserved ${hashOf(claim)} too, of the same work: ${end}`,
      `You have reserved ${hashOf(elsewhere)} too, of ${work}: ${end}`,
      `You have reserved ${hashOf(unknown)} too, whose secret is not kept here: ${end}`,
    ]);
    const [late] = otherReservations(chain(), viewOf([claim], BLOCK + 1_800n), again);
    expect(late).to.match(/: it has expired, and its deposit is 0\.32 ETH\.$/);
  });

  it("is ten minutes before the window ends, to the second, and seconds on a local chain", () => {
    expect(() => requireTime(1, 1_000n, 1_600n)).not.to.throw();
    expect(() => requireTime(1, 1_001n, 1_600n)).to.throw(RefusedError, /too soon .* Nothing was sent\.$/);
    expect(() => requireTime(31_337, 1_593n, 1_600n)).not.to.throw();
    expect(() => requireTime(31_337, 1_594n, 1_600n)).to.throw(RefusedError, /too soon/);
    expect(() => requireTime(31_337, 1_599n, 1_600n)).to.throw(RefusedError, /ends in 1 second /);
    expect(() => requireTime(31_337, 1_600n, 1_600n)).to.throw(RefusedError, /The window ended now /);
  });

  it("is ether for both transactions before the first", () => {
    expect(() => requireFunds(challenger, deposit, deposit)).not.to.throw();
    expect(() => requireFunds(challenger, deposit - 1n, deposit)).to.throw(
      RefusedError,
      /has 0\.319999999999999999 ETH, which is less than the 0\.32 ETH of both transactions/,
    );
  });
});
