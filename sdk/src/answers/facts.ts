type Scalar = string | number | boolean | null;

/** A value as the chain has it, and what says so. */
export class Fact<value extends Scalar = Scalar> {
  readonly value: value;
  readonly proof: string;

  constructor(value: value, proof: string) {
    this.value = value;
    this.proof = proof;
  }
}

/** An answer with a fact for each of its values: one that is left out does not compile. */
export type Expected<answer> = answer extends Fact
  ? answer
  : [answer] extends [Scalar]
    ? Fact<answer>
    : answer extends readonly (infer item)[]
      ? readonly Expected<item>[]
      : answer extends Scalar
        ? Fact<answer>
        : { readonly [field in keyof answer]-?: Expected<answer[field]> };

/**
 * Values that the same says, which may have facts among them that something else says.
 * @param proof Such as `the log Settled` or `eth_call workOf`.
 */
export function by<answer>(proof: string, answer: answer): Expected<answer> {
  return proven(proof, answer) as Expected<answer>;
}

function proven(proof: string, value: unknown): unknown {
  if (value instanceof Fact) return value;
  if (Array.isArray(value)) return value.map((each) => proven(proof, each));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, proven(proof, each)]));
  if (isScalar(value)) return new Fact(value, proof);
  throw new TypeError(`${typeof value} is nothing that an answer has.`);
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ["string", "number", "boolean"].includes(typeof value);
