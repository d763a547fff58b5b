import type { Hex } from "viem";
import type { Schemas } from "../../api/client.ts";
import { LeafKind, leafKindNames } from "../../generated/enums.ts";
import type { Book, Entry, EventName } from "../Book.ts";
import { by, type Expected } from "../facts.ts";
import { found } from "../found.ts";
import { nameIn } from "./names.ts";

/** The root over all of these is the contract's, which is looked at once for all. */
export const recordOf = (entry: Entry<"Appended">): Expected<Schemas["Record"]> => {
  const { index, timestamp, emitter, kind, subject, actor, dataHash } = entry.args;
  return by("the log Appended", {
    index: Number(index),
    timestamp: Number(timestamp),
    emitter,
    kind: nameIn(leafKindNames, kind),
    subject,
    actor,
    dataHash,
    block: Number(entry.blockNumber),
    tx: entry.transactionHash,
  });
};

export interface Recorded<name extends EventName> {
  readonly entry: Entry<name>;
  /** The place of its leaf on the ledger. */
  readonly record: number;
}

/** Events of which each has a leaf of its own kind, in the same order. */
export function recorded<name extends EventName>(book: Book, event: name, kind: number): Recorded<name>[] {
  const leaves = book.of("Appended", "kind", kind);
  return book.all(event).map((entry, i) => ({
    entry,
    record: Number(found(leaves[i], `the leaf of ${event} ${i}`).args.index),
  }));
}

/** The proposal whose execution is the next one on the ledger, if it is of the same transaction. */
export function executedWith(
  book: Book,
  { entry, record }: { entry: Pick<Entry, "transactionHash">; record: number },
): Hex | null {
  const next = book
    .of("Appended", "kind", LeafKind.ProposalExecuted)
    .find(({ args }) => Number(args.index) > record);
  return next?.transactionHash === entry.transactionHash ? next.args.subject : null;
}
