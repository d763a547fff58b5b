import { expect } from "chai";
import type { Account } from "#lib/api/types.ts";
import { hasToWithdraw, isLocked, type Stint } from "./model.ts";

const ADDRESS = `0x${"11".repeat(20)}`;

const stint = (changes: Partial<Stint>): Stint => ({
  ...{ number: 0, deposited: "10", bond: "10", seatedAt: 1, endedAt: null, endedBy: null },
  ...{ reasonHash: null, unlocksAt: null },
  ...changes,
});

const account = (changes: Partial<Account>): Account => ({
  ...{ address: ADDRESS, firstSeenAt: 1, registered: 0, credited: 0, owed: "0", earned: "0" },
  ...{ withdrawn: "0", azr: "0", ether: [], tokens: [], identities: [], received: [] },
  ...{ withdrawals: [], reservations: [] },
  ...{ voice: { units: "0", votes: "0", delegate: ADDRESS }, judge: null },
  ...changes,
});

const judging = (bond: Stint): Account["judge"] => ({
  ...{ seat: null, drawn: 0, committed: 0, revealed: 0, barredUntil: null, stints: [bond], slashes: [] },
});

describe("what can be withdrawn", () => {
  it("is a bond from the second in which it unlocks", () => {
    const left = stint({ endedAt: 5, unlocksAt: 100 });
    expect([99, 100].map((now) => isLocked(left, now))).to.deep.equal([true, false]);
    expect(isLocked(stint({}), 1_000)).to.equal(true);
  });

  it("is anything that is owed, and what is left of the bond of a seat that ended", () => {
    const credit = { owed: "1", withdrawn: "0" };
    expect(hasToWithdraw(account({}))).to.equal(false);
    expect(hasToWithdraw(account({ owed: "1" }))).to.equal(true);
    expect(hasToWithdraw(account({ ether: [{ contract: ADDRESS, ...credit }] }))).to.equal(true);
    expect(hasToWithdraw(account({ tokens: [{ token: ADDRESS, ...credit }] }))).to.equal(true);
    expect(hasToWithdraw(account({ judge: judging(stint({})) }))).to.equal(false);
    expect(hasToWithdraw(account({ judge: judging(stint({ endedAt: 5, unlocksAt: 9 })) }))).to.equal(true);
    expect(
      hasToWithdraw(account({ judge: judging(stint({ endedAt: 5, unlocksAt: 9, bond: "0" })) })),
    ).to.equal(false);
  });
});
