import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";
import { formatAmount } from "#lib/format/amount.ts";
import { useStrings } from "#strings/index.ts";
import { Tip } from "./Tip.tsx";

interface AmountProps {
  /** In wei; decimal digits as the API gives them. */
  wei: bigint | string;
  unit?: "AZR" | "ETH" | "Voice";
  /** Without decimals that are zero. */
  trim?: boolean;
  className?: string;
}

/** An amount with its unit, cut to what one reads at a glance; the exact one, to the wei, on hover and focus. */
export function Amount({ wei, unit = "AZR", trim = false, className }: AmountProps): ReactNode {
  const t = useStrings();
  const { short, trimmed, exact, wei: inWei } = formatAmount(BigInt(wei));
  return (
    <Tip text={t.common.wei(`${exact} ${unit}`, inWei)} className={cx("figure whitespace-nowrap", className)}>
      {trim ? trimmed : short} <span className="text-[0.82em] text-faint">{unit}</span>
    </Tip>
  );
}
