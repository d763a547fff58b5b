export interface Avatar {
  background: string;
  shapes: { x: number; y: number; radius: number; color: string }[];
}

/** A picture of a hexadecimal name, always the same for the same one: three discs of related hues that overlap. */
export function avatarOf(hex: string): Avatar {
  const next = numbers(hex);
  const hue = next() * 360;
  const color = (lightness: number, chroma: number, turn: number) =>
    `oklch(${lightness}% ${chroma} ${Math.round((hue + turn) % 360)})`;
  const disc = (radius: number, fill: string) => {
    const angle = next() * 2 * Math.PI;
    const distance = 5 + next() * 7;
    return {
      x: round(16 + Math.cos(angle) * distance),
      y: round(16 + Math.sin(angle) * distance),
      radius: round(radius + next() * 3),
      color: fill,
    };
  };
  return {
    background: color(86, 0.07, 0),
    shapes: [
      disc(11, color(70, 0.13, 25 + next() * 50)),
      disc(8, color(58, 0.14, 320)),
      disc(4, color(93, 0.06, 60 + next() * 120)),
    ],
  };
}

/** Numbers from 0 to 1 that follow from a text: mulberry32 on its FNV-1a hash. */
function numbers(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text.toLowerCase())
    state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
