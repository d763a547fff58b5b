import type { Attribution, Share } from "../attribution.ts";
import { Flow } from "../generated/constants.ts";
import type { Payment } from "../ledger/preimages.ts";

/** What a pool, a credit or a payment is made of. */
export interface Pot {
  readonly amount: bigint;
  /** The newly minted part, which counts as earned. */
  readonly minted: bigint;
}

/** Splits a pot: upstream shares of the whole first, then the contributors share what is left. */
export function flow({ upstream, contributors }: Attribution, pot: Pot): Payment[] {
  const first = pay(upstream, pot);
  const rest = {
    amount: pot.amount - sum(first, "amount"),
    minted: pot.minted - sum(first, "minted"),
  };
  return [...first, ...pay(contributors, rest)];
}

/** Each share gets what it and those before it get together, less what those before it got: nothing is lost. */
function pay(shares: readonly Share[], pot: Pot): Payment[] {
  return shares.map(({ node, weight }, i) => {
    const before = shares.slice(0, i).reduce((total, share) => total + BigInt(share.weight), 0n);
    const after = before + BigInt(weight);
    const part = (whole: bigint) => portion(whole, after) - portion(whole, before);
    return { node, amount: part(pot.amount), minted: part(pot.minted) };
  });
}

const portion = (whole: bigint, weight: bigint): bigint => (whole * weight) / BigInt(Flow.TOTAL);

function sum(payments: readonly Payment[], key: "amount" | "minted"): bigint {
  return payments.reduce((total, payment) => total + payment[key], 0n);
}
