import type { Hex } from "viem";
import type { Book, Entry } from "../Book.ts";
import type { At } from "../Chain.ts";

/** The last link of an identity, unless it was vetoed. */
export function linkOf({ book }: At, identity: Hex): Entry<"LinkProposed"> | undefined {
  const proposed = book.of("LinkProposed", "identity", identity).at(-1);
  const vetoed = book.of("LinkVetoed", "identity", identity).at(-1);
  return proposed !== undefined && (vetoed?.place ?? -1) < proposed.place ? proposed : undefined;
}

export function isEffective(at: At, identity: Hex): boolean {
  const link = linkOf(at, identity);
  return link !== undefined && Number(link.args.effectiveAt) <= at.block.timestamp;
}

/** When an account or identity was first spoken of, and in how many works. */
export interface Sighting {
  firstSeenAt: number;
  registered: number;
  credited: number;
}

/** By the address in lower case, or by the node of an identity. */
export const sightingsOf = ({ book }: At): ReadonlyMap<string, Sighting> => book.derive(sightings);

function sightings(book: Book): Map<string, Sighting> {
  const seen = new Map<string, Sighting>();
  const note = (who: string, { time }: { time: number }): Sighting => {
    const key = keyOf(who);
    const known = seen.get(key) ?? { firstSeenAt: time, registered: 0, credited: 0 };
    known.firstSeenAt = Math.min(known.firstSeenAt, time);
    seen.set(key, known);
    return known;
  };
  for (const entry of book.all("Registered")) {
    note(entry.args.registrant, entry).registered += 1;
    for (const { node } of entry.args.attribution.contributors) note(node, entry).credited += 1;
  }
  for (const [who, entry] of namings(book)) note(who, entry);
  return seen;
}

/** Everybody whom other events name. */
const namings = (book: Book): (readonly [who: string, entry: { time: number }])[] => [
  ...book
    .all("LinkProposed")
    .flatMap((entry) => [[entry.args.account, entry] as const, [entry.args.identity, entry] as const]),
  ...book
    .all("Flowed")
    .flatMap((entry) => entry.args.payments.map(({ node }) => [node, entry] as const))
    .filter(([node]) => isAccountNode(node)),
  ...book.all("Reopened").map((entry) => [entry.args.payer, entry] as const),
  ...book.all("ProposalCreated").map((entry) => [entry.args.proposer, entry] as const),
  ...book.all("VoteCast").map((entry) => [entry.args.voter, entry] as const),
  ...book.all("VoteCastWithParams").map((entry) => [entry.args.voter, entry] as const),
  ...book.all("Granted").map((entry) => [entry.args.to, entry] as const),
  ...book.all("GenesisNamed").map((entry) => [entry.args.account, entry] as const),
  ...book.all("Seated").map((entry) => [entry.args.account, entry] as const),
  ...book.all("Challenged").map((entry) => [entry.args.challenger, entry] as const),
  ...book.all("Reserved").map((entry) => [entry.args.challenger, entry] as const),
  ...book.all("DelegateChanged").map((entry) => [entry.args.toDelegate, entry] as const),
];

const isAccountNode = (node: string): boolean => /^0x0{24}/.test(node);

/** Of an address or a node. */
const keyOf = (who: string): string =>
  (isAccountNode(who) && who.length === 66 ? `0x${who.slice(26)}` : who).toLowerCase();
