/** What a critic has done with its flags, by epoch. */
export interface FlagRecord {
  /** The epoch of the last flag, and how many there were in it. */
  readonly usedIn: bigint;
  readonly used: bigint;
  /** The epoch of the last loss, and the strikes right after it. */
  readonly lostIn: bigint;
  readonly strikes: bigint;
}

export const NO_FLAGS: FlagRecord = { usedIn: 0n, used: 0n, lostIn: 0n, strikes: 0n };

/** Flags that were not upheld, less one for each whole epoch since the last of them. */
export function strikesAt({ lostIn, strikes }: FlagRecord, epoch: bigint): bigint {
  // The epoch of the loss is not a whole one.
  const expired = epoch > lostIn ? epoch - lostIn - 1n : 0n;
  return expired < strikes ? strikes - expired : 0n;
}

/** How many scores a critic may flag in an epoch, by the rule `CriticFlags`: halved by each strike. */
export const flagAllowance = (record: FlagRecord, rule: bigint, epoch: bigint): bigint =>
  rule >> strikesAt(record, epoch);

/** What is left of it. */
export function flagsLeft(record: FlagRecord, rule: bigint, epoch: bigint): bigint {
  const used = record.usedIn === epoch ? record.used : 0n;
  const allowance = flagAllowance(record, rule, epoch);
  return used < allowance ? allowance - used : 0n;
}

export const useFlag = (record: FlagRecord, epoch: bigint): FlagRecord => ({
  ...record,
  usedIn: epoch,
  used: record.usedIn === epoch ? record.used + 1n : 1n,
});

export const loseFlag = (record: FlagRecord, epoch: bigint): FlagRecord => ({
  ...record,
  lostIn: epoch,
  strikes: strikesAt(record, epoch) + 1n,
});
