import { LANGUAGES, type Language } from "#strings/language.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  { limit: MINUTE, length: 1, unit: "second" },
  { limit: HOUR, length: MINUTE, unit: "minute" },
  { limit: DAY, length: HOUR, unit: "hour" },
  { limit: 45 * DAY, length: DAY, unit: "day" },
  { limit: 548 * DAY, length: 30.44 * DAY, unit: "month" },
  { limit: Number.POSITIVE_INFINITY, length: 365.25 * DAY, unit: "year" },
] as const;

// "now" for what is now, and numbers for the rest: "yesterday" would be a matter of calendars.
const formats = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    {
      present: new Intl.RelativeTimeFormat(language, { numeric: "auto" }),
      distant: new Intl.RelativeTimeFormat(language, { numeric: "always" }),
    },
  ]),
) as Readonly<Record<Language, Readonly<Record<"present" | "distant", Intl.RelativeTimeFormat>>>>;

/**
 * `3 minutes ago`, `in 20 seconds`. Both times are seconds by the chain's clock: a local chain's is not the machine's.
 */
export function relativeTime(at: number, now: number, language: Language): string {
  const { present, distant } = formats[language];
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < 1) return present.format(0, "second");
  const { length, unit } = STEPS.find(({ limit }) => size < limit) ?? STEPS[0];
  return distant.format(Math.trunc(distance / length), unit);
}

/** `2026-11-23 05:20:11 UTC`. */
export function exactTime(seconds: number): string {
  return `${isoTime(seconds).slice(0, 19).replace("T", " ")} UTC`;
}

export function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}

/** `1 d 4 h`, `2 min 30 s`: how long something lasts, in at most two units. */
export function duration(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.max(0, Math.round(seconds));
  for (const [length, unit] of [
    [DAY, "d"],
    [HOUR, "h"],
    [MINUTE, "min"],
    [1, "s"],
  ] as const) {
    const count = Math.floor(rest / length);
    rest %= length;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(" ") || "0 s";
}
