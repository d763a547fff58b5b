/** `12.3%`, `0.04%`; what is more than nothing never reads as 0%. */
export function formatPercent(part: number): string {
  const percent = part * 100;
  if (percent === 0) return "0%";
  if (percent < 0.01) return "<0.01%";
  return `${Number(percent.toFixed(percent < 1 ? 2 : 1))}%`;
}
