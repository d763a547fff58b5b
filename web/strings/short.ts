/** An address in the middle of a sentence. */
export const short = (hex: string): string => `${hex.slice(0, 6)}…${hex.slice(-4)}`;
