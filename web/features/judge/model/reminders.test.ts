import { expect } from "chai";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { type Duty, openDuty } from "./duties.ts";
import { notTold, remindersOf, setWanted, takeUntold, wantsReminders } from "./reminders.ts";

const [COMMIT_END, REVEAL_END] = [1_000, 1_400];

function at(now: number, part: Partial<Duty> = {}) {
  const duty = {
    contribution: { id: "0x01", number: 1, title: "A map" },
    round: 2,
    commitEnd: COMMIT_END,
    revealEnd: REVEAL_END,
    committedAt: null,
    revealedAt: null,
    leakedAt: null,
    ...part,
  } as Duty;
  const open = openDuty(duty, now);
  return remindersOf(open ? [open] : [], now).map(({ key, kind, isLast }) => ({ key, kind, isLast }));
}

describe("web: reminders of a judge", () => {
  it("are of a vote that is not given: when it comes up, and once more with a quarter of the time left", () => {
    expect(at(100)).to.deep.equal([{ key: "0x01 2 commit", kind: "commit", isLast: false }]);
    expect(at(899)).to.deep.equal([{ key: "0x01 2 commit", kind: "commit", isLast: false }]);
    expect(at(900)).to.deep.equal([{ key: "0x01 2 commit last", kind: "commit", isLast: true }]);
  });

  it("are of a sealed vote once it has to be revealed, and of none before and after", () => {
    const sealed = { committedAt: 500 };
    expect(at(900, sealed)).to.deep.equal([]);
    expect(at(1_100, sealed).map(({ key }) => key)).to.deep.equal(["0x01 2 reveal"]);
    expect(at(1_350, sealed).map(({ key }) => key)).to.deep.equal(["0x01 2 reveal last"]);
    expect(at(1_350, { ...sealed, revealedAt: 1_300 })).to.deep.equal([]);
    expect(at(1_500, sealed)).to.deep.equal([]);
    expect(at(1_100)).to.deep.equal([]);
  });

  it("are told once each, also over a reload, unless it did not come to it", () => {
    const box = memoryStorage();
    const open = { ...({} as ReturnType<typeof remindersOf>[number]), key: "0x01 2 reveal" };
    expect(takeUntold(box, [open])).to.deep.equal([open]);
    expect(takeUntold(box, [open])).to.deep.equal([]);
    notTold(box, open);
    expect(takeUntold(box, [open])).to.deep.equal([open]);
    expect(takeUntold(box, [{ ...open, key: "0x01 2 reveal last" }])).to.have.length(1);
  });

  it("are not told where the browser keeps nothing, for they would come again and again", () => {
    const open = { ...({} as ReturnType<typeof remindersOf>[number]), key: "0x01 2 reveal" };
    const full = { ...memoryStorage(), setItem: () => expect.fail("full") };
    for (const box of [undefined, full]) expect(takeUntold(box, [open])).to.deep.equal([]);
    expect(setWanted(full, true)).to.equal(false);
  });

  it("are off until somebody wants them, and can be turned off", () => {
    const box = memoryStorage();
    expect(wantsReminders(box)).to.equal(false);
    expect(setWanted(box, true)).to.equal(true);
    expect(wantsReminders(box)).to.equal(true);
    expect(setWanted(box, false)).to.equal(true);
    expect(wantsReminders(box)).to.equal(false);
  });
});
