const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** `5.0 MB`, in powers of a thousand. */
export function formatBytes(bytes: number): string {
  let [value, place] = [bytes, 0];
  while (value >= 1_000 && place < UNITS.length - 1) [value, place] = [value / 1_000, place + 1];
  return `${place === 0 ? value : value.toFixed(1)} ${UNITS[place]}`;
}
