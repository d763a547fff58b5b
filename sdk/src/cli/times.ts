import { formatSeconds, formatTime } from "../units.ts";

const UNITS = [86_400n, 3_600n, 60n, 1n];

/** `in 2 hours (2026-11-23 05:20:11 UTC)`, or `3 days ago (...)`. By the chain's clock, which is not the machine's. */
export function when(seconds: bigint, now: bigint): string {
  const distance = seconds - now;
  if (distance === 0n) return `now (${formatTime(seconds)})`;
  const span = formatSeconds(rounded(distance < 0n ? -distance : distance));
  return `${distance < 0n ? `${span} ago` : `in ${span}`} (${formatTime(seconds)})`;
}

/** When something becomes possible: like {@link when}, but `now` once the time has come. */
export function due(seconds: bigint, now: bigint): string {
  return seconds > now ? when(seconds, now) : `now, since ${formatTime(seconds)}`;
}

/** Down to the two largest units in use: nobody counts the seconds of days. */
function rounded(seconds: bigint): bigint {
  const largest = UNITS.findIndex((unit) => seconds >= unit);
  const smallest = UNITS[largest + 1] ?? 1n;
  return seconds - (seconds % smallest);
}
