import { encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from "viem";
import { HistogramLib } from "../generated/constants.ts";

const SEED = parseAbiParameters("uint256, bytes32, uint16");
const COUNTER = parseAbiParameters("bytes32, uint256");

const SEAT_BITS = 16n;
const WORDS = 16;
const SIZE_SHIFT = 240n;
const VOTE_BITS = 8n;

/** What the panel of a round is drawn with. */
export function panelSeed(prevRandao: bigint, contribution: Hex, round: number): Hex {
  return keccak256(encodeAbiParameters(SEED, [prevRandao, contribution, round]));
}

/**
 * `size` distinct seat numbers below `seats`: 16-bit words of keccak256(seed, counter) from the lowest bits on, skipping
 * those that would favour low numbers, those drawn already and those excluded.
 */
export function drawPanel(
  seed: Hex,
  size: bigint,
  seats: bigint,
  isExcluded: (seat: bigint) => boolean = () => false,
): bigint[] {
  const drawn = new Set<bigint>();
  const fair = 2n ** SEAT_BITS - (2n ** SEAT_BITS % seats);
  for (let counter = 0n; drawn.size < size; counter++) {
    const words = wordsOf(BigInt(keccak256(encodeAbiParameters(COUNTER, [seed, counter]))));
    for (const word of words) {
      if (word >= fair || drawn.size >= size || isExcluded(word % seats)) continue;
      drawn.add(word % seats);
    }
  }
  return [...drawn];
}

function wordsOf(random: bigint): bigint[] {
  return Array.from({ length: WORDS }, (_, i) =>
    BigInt.asUintN(Number(SEAT_BITS), random >> (SEAT_BITS * BigInt(i))),
  );
}

/** Seat i in bits [16i, 16i + 16), the size in the top 16. */
export function packPanel(panel: readonly bigint[]): bigint {
  const size = BigInt(panel.length) << SIZE_SHIFT;
  return panel.reduce((packed, seat, i) => packed | (seat << (SEAT_BITS * BigInt(i))), size);
}

export function unpackPanel(packed: bigint): bigint[] {
  return wordsOf(packed).slice(0, Number(packed >> SIZE_SHIFT));
}

/** Counted votes for each level from 0 on, 8 bits a level. */
export function packVotes(levels: readonly bigint[]): bigint {
  return levels.reduce((packed, level) => packed + (1n << (VOTE_BITS * level)), 0n);
}

/** The levels voted for, ascending. */
export function unpackVotes(packed: bigint): bigint[] {
  return Array.from({ length: HistogramLib.LEVELS }, (_, i) => BigInt(i)).flatMap((level) =>
    Array.from({ length: Number((packed >> (VOTE_BITS * level)) & 0xffn) }, () => level),
  );
}
