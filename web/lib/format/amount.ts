export interface AmountText {
  /** For reading: cut, never rounded up, so that it does not promise more than there is. */
  short: string;
  /** The same without decimals that are zero: where it stands alone, and no column has to line up. */
  trimmed: string;
  /** To the last digit, in the unit. */
  exact: string;
  /** In the smallest units, with separators. */
  wei: string;
}

/** Of AZR and ETH. */
const DECIMALS = 18;
const SHORT_DECIMALS = 2;
/** How many digits that are not zero a very small amount shows. */
const SIGNIFICANT = 3;

/** @param wei In the smallest units of which a whole one has `10 ** decimals`. */
export function formatAmount(wei: bigint, decimals = DECIMALS): AmountText {
  const [sign, size] = wei < 0n ? ["-", -wei] : ["", wei];
  const one = 10n ** BigInt(decimals);
  const whole = group(size / one);
  const fraction = decimals === 0 ? "" : (size % one).toString().padStart(decimals, "0");
  const trimmed = fraction.replace(/0+$/, "");
  const short = sign + shorten(whole, fraction);
  return {
    short,
    trimmed: short.replace(/\.00$/, ""),
    exact: `${sign}${whole}${trimmed === "" ? "" : `.${trimmed}`}`,
    wei: sign + group(size),
  };
}

function shorten(whole: string, fraction: string): string {
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  if (whole === "0" && zeros === fraction.length) return "0";
  if (whole !== "0" || zeros < SHORT_DECIMALS)
    return `${whole}.${fraction.slice(0, SHORT_DECIMALS).padEnd(SHORT_DECIMALS, "0")}`;
  return `0.${fraction.slice(0, zeros + SIGNIFICANT).replace(/0+$/, "")}`;
}

/** `1234567` as `1,234,567`, as English and isiZulu both write it. */
export function group(value: bigint | number | string): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
