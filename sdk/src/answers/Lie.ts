/** Where an answer and the chain part. */
export interface Parting {
  /** As it was asked. */
  readonly route: string;
  /** Of a list, such as `items[3]`; empty for what is no list. */
  readonly row: string;
  readonly field: string;
  readonly said: unknown;
  readonly chain: unknown;
  /** What says that it is so. */
  readonly proof: string;
}

/** Something that the API says and the chain does not. */
export class Lie extends Error {
  override name = "Lie";
  readonly parting: Parting;

  constructor(parting: Parting) {
    const { route, row, field, said, chain, proof } = parting;
    const what = [row, field].filter(Boolean).join(" ");
    super(`${route} says ${what && `${what} is `}${shown(said)}; it is ${shown(chain)}, by ${proof}.`);
    this.parting = parting;
  }
}

const LONGEST = 200;

function shown(value: unknown): string {
  const text = value === undefined ? "not there" : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
