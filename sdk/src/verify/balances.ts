import type { Address } from "viem";
import type { Chronicle } from "./chronicle.ts";
import type { Commons } from "./commons.ts";

/** Of each token: what pools and credits hold, what rewards brought the people, and what was withdrawn. */
export function booksOf(pots: Chronicle["pots"], { rewarded, withdrawn }: Commons) {
  const tokens = new Set([...pots.keys(), ...rewarded.keys(), ...withdrawn.keys()]);
  return new Map(
    [...tokens].map((token) => {
      const { amount = 0n, citadel = 0n } = rewarded.get(token) ?? {};
      const held = [...(pots.get(token)?.values() ?? [])].map((pot) => pot.amount);
      const booked = held.reduce((sum, each) => sum + each, 0n);
      return [token, { booked, people: amount - citadel, withdrawn: withdrawn.get(token) ?? 0n }] as const;
    }),
  );
}

/** What must add up once all events are read. */
export function checkBalances({
  azr,
  commons,
  deployment,
  donated,
  minted,
  pots,
  problems,
  settled,
}: Chronicle): void {
  const { azoraToken, rewardLedger } = deployment.addresses;
  problems.same("Supply", "The AZR minted", minted, settled.amount, "totals");
  const held = [...azr.values()].reduce((sum, amount) => sum + amount, 0n);
  problems.same("Supply", "The AZR in all accounts", held, minted, "totals");

  for (const [token, { booked, people, withdrawn }] of booksOf(pots, commons)) {
    const came = people + (token === azoraToken ? settled.amount - settled.citadel : 0n);
    const name = token === azoraToken ? "AZR" : `token ${token}`;
    problems.same("Payments", `The ${name} in pools and credits`, booked, came - withdrawn, "totals");
  }
  const booked = booksOf(pots, commons).get(azoraToken)?.booked ?? 0n;
  const ledger = azr.get(rewardLedger) ?? 0n;
  problems.same("Payments", "The AZR of the reward ledger", ledger, booked + donated, "totals");
  if (donated < 0n) problems.add("Payments", "More AZR was rewarded than came.", "totals");

  const votes = new Map<Address, bigint>();
  for (const [account, units] of commons.units) {
    const delegate = commons.delegates.get(account) ?? account;
    votes.set(delegate, (votes.get(delegate) ?? 0n) + units);
  }
  for (const account of new Set([...votes.keys(), ...commons.votes.keys()])) {
    const sum = votes.get(account) ?? 0n;
    problems.same("Voice", `The votes of ${account}`, commons.votes.get(account) ?? 0n, sum, "totals");
  }
}
