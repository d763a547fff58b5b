import { NodeKind, nodeKind, Phase, type View } from "@azora/sdk";

const ROWS = 10;
const AZR = 10n ** 18n;
const AMOUNT = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2 });

/** For reading, rounded down to hundredths; exact amounts are in `azora status`. */
export function roundedAzr(wei: bigint): string {
  return `${AMOUNT.format(Number((wei * 100n) / AZR) / 100)} AZR`;
}

/** Who was credited how much: what waits in an identity's pool, or was earned by an account. */
export function peopleTable(view: View): string {
  const rows = [
    ...[...view.pools]
      .filter(([node, { minted }]) => nodeKind(node) === NodeKind.Identity && minted > 0n)
      .map(([node, { minted }]) => ({
        who: `identity ${node.slice(0, 12)}…`,
        amount: minted,
        state: "waits to be linked",
      })),
    ...[...view.credits].map(([account, { earned, owed }]) => ({
      who: `account ${account.slice(0, 10)}…`,
      amount: earned,
      state: owed === 0n ? "withdrawn" : "can be withdrawn",
    })),
  ].sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));

  const settled = [...view.works.values()].filter(({ phase }) => phase === Phase.Settled);
  const minted = settled.reduce((sum, { amount }) => sum + amount, 0n);
  const citadel = settled.reduce((sum, work) => sum + work.citadel, 0n);
  const lines = rows.slice(0, ROWS).map(({ who, amount, state }) => {
    return `  ${who.padEnd(24)} ${roundedAzr(amount).padStart(20)}  ${state}`;
  });
  if (rows.length > ROWS) lines.push(`  and ${rows.length - ROWS} more`);
  return [
    `${roundedAzr(minted)} minted for ${settled.length} contributions: ${roundedAzr(citadel)} to the commons, the rest to people.`,
    ...lines,
  ].join("\n");
}
