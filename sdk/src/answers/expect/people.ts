import { getAddress, type Hex, isAddress, pad } from "viem";
import type { Schemas } from "../../api/client.ts";
import { NodeKind } from "../../generated/enums.ts";
import { nodeKind } from "../../node.ts";
import type { Book } from "../Book.ts";
import type { At } from "../Chain.ts";
import type { Row } from "../Examiner.ts";
import { by, type Expected } from "../facts.ts";
import { isEffective, linkOf, sightingsOf } from "./links.ts";
import { poolOf, receivedOf, tokenPoolsOf } from "./money.ts";
import { accountOf, byText, kindOf } from "./names.ts";

type Person = Schemas["Person"];

/** What came to each node of AZR: its amount, and the minted part. */
interface Came {
  amount: bigint;
  minted: bigint;
}

function came(book: Book): Map<string, Map<string, Came>> {
  const tokens = new Map<string, Map<string, Came>>();
  for (const { args } of book.all("Flowed")) {
    const nodes = tokens.get(args.token) ?? new Map<string, Came>();
    tokens.set(args.token, nodes);
    for (const { node, amount, minted } of args.payments) {
      const known = nodes.get(node) ?? { amount: 0n, minted: 0n };
      nodes.set(node, { amount: known.amount + amount, minted: known.minted + minted });
    }
  }
  return tokens;
}

/** Accounts that were credited and identities without an account, who received most first. */
export function peopleOf(at: At): Row<Person>[] {
  const paid = at.book.derive(came).get(at.azr) ?? new Map<string, Came>();
  const rows = [...sightingsOf(at)].flatMap(([who, { credited }]) => {
    const isAccount = isAddress(who);
    const node = isAccount ? pad(who, { size: 32 }) : (who as Hex);
    if (!isAccount && nodeKind(node) !== NodeKind.Identity) return [];
    const got = paid.get(node);
    if (credited === 0 && got === undefined) return [];
    if (!isAccount && isEffective(at, node)) return [];
    const earned = (isAccount ? got?.minted : got?.amount) ?? 0n;
    return [{ key: [earned, node] as const, expect: () => personOf(node, earned, credited) }];
  });
  return rows.sort((a, b) => orderOfPeople(a.key, b.key));
}

export function orderOfPeople(
  [earnedA = 0n, nodeA = ""]: Row<Person>["key"],
  [earnedB = 0n, nodeB = ""]: Row<Person>["key"],
): number {
  if (earnedA !== earnedB) return earnedA > earnedB ? -1 : 1;
  return byText(String(nodeB), String(nodeA));
}

function personOf(node: Hex, earned: bigint, credited: number): Expected<Person> {
  return {
    ...by("the logs that name it", { node, kind: kindOf(node), account: accountOf(node) }),
    earned: by("the logs Flowed", earned.toString()),
    credited: by("the logs Registered", credited),
  };
}

/** Identities that a work or a link has named. */
export const identitiesOf = (at: At): Hex[] =>
  [...sightingsOf(at).keys()].filter((who) => !isAddress(who)) as Hex[];

export async function identityOf(at: At, node: Hex): Promise<Expected<Schemas["Identity"]>> {
  const { client, contracts } = at;
  const [account, effectiveAt, nonce] = await client.readContract({
    ...contracts.registry,
    functionName: "linkOf",
    args: [node],
  });
  const sighting = sightingsOf(at).get(node);
  const link = linkOf(at, node);
  return {
    ...by("the logs that name it", {
      node,
      firstSeenAt: sighting?.firstSeenAt ?? 0,
      credited: sighting?.credited ?? 0,
    }),
    nonce: by("eth_call AttributionRegistry.linkOf", Number(nonce)),
    link:
      link === undefined
        ? by("the logs LinkProposed and LinkVetoed", null)
        : {
            ...by("eth_call AttributionRegistry.linkOf", {
              account: getAddress(account),
              effectiveAt,
              effective: effectiveAt <= at.block.timestamp,
            }),
            ...by("the log LinkProposed", {
              proposedAt: link.time,
              attestors: [...link.args.attestors],
            }),
          },
    pool: await poolOf(at, node),
    tokenPools: await tokenPoolsOf(at, node),
    received: receivedOf(at, node),
  };
}
