import type { Chronicle } from "./chronicle.ts";

/** What must add up once all events are read. */
export function checkBalances({
  azr,
  deployment,
  donated,
  minted,
  pots,
  problems,
  settled,
  withdrawn,
}: Chronicle): void {
  const { azoraToken, citadelFund, rewardLedger } = deployment.addresses;
  problems.same("Supply", "The AZR minted", minted, settled.amount, "totals");
  const held = [...azr.values()].reduce((sum, amount) => sum + amount, 0n);
  problems.same("Supply", "The AZR in all accounts", held, minted, "totals");

  const booked = [...(pots.get(azoraToken)?.values() ?? [])].reduce((sum, { amount }) => sum + amount, 0n);
  const people = settled.amount - settled.citadel;
  problems.same("Payments", "The AZR in pools and credits", booked, people - withdrawn, "totals");
  const ledger = azr.get(rewardLedger) ?? 0n;
  problems.same("Payments", "The AZR of the reward ledger", ledger, booked + donated, "totals");
  if ((azr.get(citadelFund) ?? 0n) < settled.citadel) {
    problems.add("Citadel", "AZR has left the CitadelFund, which cannot spend yet.", "totals");
  }
}
