import type { Schemas } from "../../api/client.ts";
import { leafKindNames } from "../../generated/enums.ts";
import type { Entry } from "../Book.ts";
import { by, type Expected } from "../facts.ts";
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
