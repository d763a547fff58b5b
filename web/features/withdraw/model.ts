import type { Account } from "#lib/api/types.ts";

export type Stint = NonNullable<Account["judge"]>["stints"][number];

/** Whether a bond cannot be had yet: its seat is held, or a duty from it may not be over. @param now In seconds. */
export const isLocked = ({ unlocksAt }: Stint, now: number): boolean => unlocksAt === null || now < unlocksAt;

/** Whether there is anything of an account that its owner could take out, now or later. */
export function hasToWithdraw({ owed, ether, tokens, judge }: Account): boolean {
  return (
    owed !== "0" ||
    ether.some((credit) => credit.owed !== "0") ||
    tokens.some((credit) => credit.owed !== "0") ||
    (judge?.stints.some(({ bond, endedAt }) => bond !== "0" && endedAt !== null) ?? false)
  );
}
