import type { OpenDuty } from "./duties.ts";

type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Something that a judge is told once. */
export interface Reminder {
  /** The same for as long as it is the same thing. */
  readonly key: string;
  readonly kind: "commit" | "reveal";
  /** It is told for the second time, with little time left. */
  readonly isLast: boolean;
  readonly due: OpenDuty;
}

/** The rest of a window in which a judge is told again; both windows are taken for as long as the second. */
const LAST = 0.25;

/** What a judge has to do now: each thing once when it comes up, and once more before it is too late. */
export function remindersOf(duties: readonly OpenDuty[], now: number): Reminder[] {
  return duties.flatMap((due) => {
    const { state, deadline, commitEnd, revealEnd, duty } = due;
    if (state !== "commit" && state !== "reveal") return [];
    const isLast = deadline - now <= LAST * (revealEnd - commitEnd);
    const key = [duty.contribution.id, duty.round, state, ...(isLast ? ["last"] : [])].join(" ");
    return { key, kind: state, isLast, due };
  });
}

const PREFIX = "azora.reminded.";
const ON = "azora.reminders";

/** Those that were not told yet; they count as told from now on. Where nothing is kept, none is told rather than each again and again. */
export function takeUntold(box: Box | undefined, reminders: readonly Reminder[]): Reminder[] {
  return reminders.filter(({ key }) => {
    const place = PREFIX + key;
    if (box === undefined || box.getItem(place) !== null) return false;
    try {
      box.setItem(place, key);
    } catch {
      return false;
    }
    return box.getItem(place) === key;
  });
}

/** It could not be shown, so it is still to be told. */
export const notTold = (box: Box | undefined, { key }: Pick<Reminder, "key">): void =>
  box?.removeItem(PREFIX + key);

/** Whether somebody wants to be reminded in this browser. */
export const wantsReminders = (box: Box | undefined): boolean => box?.getItem(ON) === "on";

/** Says whether it is kept. */
export function setWanted(box: Box | undefined, wanted: boolean): boolean {
  try {
    box?.setItem(ON, wanted ? "on" : "off");
  } catch {
    return false;
  }
  return wantsReminders(box) === wanted;
}
