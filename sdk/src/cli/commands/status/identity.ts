import type { Hex } from "viem";
import { formatAzr } from "../../../units.ts";
import type { View } from "../../../view/index.ts";
import type { Output } from "../../output.ts";
import { table } from "../../table.ts";
import { when } from "../../times.ts";

/** What waits for an identity, and whose account it is. */
export function identityStatus(output: Output, view: View, name: string, node: string): void {
  const pool = [...view.pools].find(([each]) => each === node)?.[1];
  const link = [...view.links].find(([each]) => each === node)?.[1];
  const made = [...view.works.values()].filter(({ attribution }) =>
    attribution.contributors.some((share) => share.node === node),
  );
  output.result(
    {
      identity: name,
      node,
      pool: pool?.balance ?? 0n,
      made: made.map(({ contribution }) => contribution),
      link,
    },
    table([
      ["identity", name],
      ["node", node],
      ["waits in its pool", formatAzr(pool?.balance ?? 0n)],
      ["works", `${made.length} made under this identity`],
      ["account", accountText(view, link)],
    ]),
  );
}

function accountText(view: View, link: { account: Hex; effectiveAt: bigint } | undefined): string {
  if (link === undefined) return "not linked yet: attestors link it to an account, and the pool flows there";
  if (link.effectiveAt <= view.timestamp) return link.account;
  return `${link.account}, which takes effect ${when(link.effectiveAt, view.timestamp)}`;
}
