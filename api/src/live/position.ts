/** A block with events, by its number and the beginning of its hash. */
export interface Place {
  block: number;
  hash: string;
}

/**
 * Where a reader is: after an event, and everything before it. So that a reorganisation is noticed by whoever is asked to go
 * on from here, it names some of the blocks before as well: the last of them that still is one is where they part.
 */
export interface Position extends Place {
  logIndex: number;
  ancestors: readonly Place[];
}

/** Digits of a hash: enough to tell apart the blocks that stood at one height. */
const DIGITS = 12;
/** How many blocks with events lie between a position and the ancestors that it names. */
export const ANCESTORS: readonly number[] = [1, 4, 16, 64, 256];

/** Later than any event of a block. */
export const END_OF_BLOCK = 2 ** 31 - 1;

export const placeOf = (block: number, hash: string): Place => ({ block, hash: hash.slice(2, 2 + DIGITS) });

export const samePlace = (a: Place, b: Place): boolean => a.block === b.block && a.hash === b.hash;

/** The form that it has as `id` of an event, and in `Last-Event-ID`. */
export function formatPosition({ block, hash, logIndex, ancestors }: Position): string {
  const rest = ancestors.map((each) => `~${each.block}.${each.hash}`).join("");
  return `${block}.${hash}.${logIndex}${rest}`;
}

const NUMBER = "\\d{1,15}";
const HASH = `[0-9a-f]{${DIGITS}}`;
const FORM = new RegExp(
  `^(${NUMBER})\\.(${HASH})\\.(\\d{1,10})((?:~${NUMBER}\\.${HASH}){0,${ANCESTORS.length}})$`,
);

/** Undefined unless the text has the form that {@link formatPosition} gives. */
export function parsePosition(text: string): Position | undefined {
  const [, block = "", hash = "", logIndex = "", rest = ""] = FORM.exec(text) ?? [];
  if (hash === "") return undefined;
  const ancestors = rest
    .split("~")
    .slice(1)
    .map((each) => each.split("."))
    .map(([number = "", beginning = ""]) => ({ block: Number(number), hash: beginning }));
  return { block: Number(block), hash, logIndex: Number(logIndex), ancestors };
}
