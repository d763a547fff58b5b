import { NodeKind, type Phase, phaseNames } from "../../../generated/enums.ts";
import { nodeKind } from "../../../node.ts";
import { formatAzr, formatTime } from "../../../units.ts";
import type { View, WorkView } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import type { Output } from "../../output.ts";
import { plural, table } from "../../table.ts";

const PEOPLE = 10;

/** The network at a glance: what is registered, how far it is, what was paid, and to whom. */
export function overview(output: Output, { network }: OpenChain, view: View): void {
  const works = [...view.works.values()];
  const phases = new Map<Phase, number>();
  for (const { phase } of works) phases.set(phase, (phases.get(phase) ?? 0) + 1);
  const sum = (of: (work: WorkView) => bigint) => works.reduce((total, work) => total + of(work), 0n);
  const [minted, citadel] = [sum(({ amount }) => amount), sum((work) => work.citadel)];
  const withdrawn = [...view.withdrawn.values()].reduce((total, amount) => total + amount, 0n);
  const people = earnings(view);
  const { chainId, genesis } = network.deployment;

  const figures = [
    ["chain", `${chainId}, at ${network.rpcUrl}`],
    ["Genesis", genesis],
    ["block", `${view.block} (${formatTime(view.timestamp)})`],
    [
      "contributions",
      works.length === 0 ? "none yet: npm run azora -- import git <path>" : phaseText(works.length, phases),
    ],
    ["minted", `${formatAzr(minted)}, of it ${formatAzr(citadel)} to the commons`],
    ["withdrawn", formatAzr(withdrawn)],
  ];
  const rows = people
    .slice(0, PEOPLE)
    .map(({ who, amount, state }) => [`  ${who}`, formatAzr(amount), state]);
  const more = people.length > PEOPLE ? [`  and ${people.length - PEOPLE} more`] : [];
  const list = rows.length === 0 ? [] : ["", "Credited most:", table(rows, [1]), ...more];
  output.result(
    {
      ...{ chainId, genesis, block: view.block, timestamp: view.timestamp, contributions: works.length },
      phases: Object.fromEntries([...phases].map(([phase, count]) => [phaseNames[phase], count])),
      ...{ minted, citadel, withdrawn, people },
    },
    [table(figures), ...list].join("\n"),
  );
}

function phaseText(count: number, phases: ReadonlyMap<Phase, number>): string {
  const parts = [...phases]
    .sort(([a], [b]) => a - b)
    .map(([phase, n]) => `${n} ${phaseNames[phase]?.toLowerCase()}`);
  return `${plural(count, "work")}: ${parts.join(", ")}`;
}

/** What waits in identities' pools, and what accounts have earned, the most first. */
function earnings(view: View): { who: string; amount: bigint; state: string }[] {
  const identities = [...view.pools]
    .filter(([node, { minted }]) => nodeKind(node) === NodeKind.Identity && minted > 0n)
    .map(([who, { minted }]) => ({
      who,
      amount: minted,
      state: view.links.has(who) ? "about to flow" : "not linked yet",
    }));
  const accounts = [...view.credits].map(([who, { owed, earned }]) => {
    return { who, amount: earned, state: owed === 0n ? "withdrawn" : `${formatAzr(owed)} to withdraw` };
  });
  return [...identities, ...accounts].sort((a, b) =>
    a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1,
  );
}
