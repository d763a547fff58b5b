export type Unit = "AZR" | "ETH";

export interface AmountText {
  /** For reading: cut, never rounded up, so that it does not promise more than there is. */
  short: string;
  /** The same without decimals that are zero: where it stands alone, and no column has to line up. */
  trimmed: string;
  /** To the last digit, in the unit. */
  exact: string;
  /** In wei, with separators. */
  wei: string;
}

const DECIMALS = 18;
const ONE = 10n ** 18n;
const SHORT_DECIMALS = 2;
/** How many digits that are not zero a very small amount shows. */
const SIGNIFICANT = 3;

export function formatAmount(wei: bigint): AmountText {
  const [sign, size] = wei < 0n ? ["-", -wei] : ["", wei];
  const whole = group(size / ONE);
  const fraction = (size % ONE).toString().padStart(DECIMALS, "0");
  const trimmed = fraction.replace(/0+$/, "");
  const short = sign + shorten(size, whole, fraction);
  return {
    short,
    trimmed: short.replace(/\.00$/, ""),
    exact: `${sign}${whole}${trimmed === "" ? "" : `.${trimmed}`}`,
    wei: sign + group(size),
  };
}

function shorten(size: bigint, whole: string, fraction: string): string {
  if (size === 0n) return "0";
  if (size * 100n >= ONE) return `${whole}.${fraction.slice(0, SHORT_DECIMALS)}`;
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  return `0.${fraction.slice(0, zeros + SIGNIFICANT).replace(/0+$/, "")}`;
}

/** `1234567` as `1,234,567`. */
export function group(value: bigint | number | string): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
