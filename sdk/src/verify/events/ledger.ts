import type { LeafKind } from "../../generated/enums.ts";
import { leafKindNames } from "../../generated/enums.ts";
import { takeLeaf } from "../leaves.ts";
import type { Handlers } from "./handler.ts";

export const ledgerHandlers = {
  Appended(chronicle, log) {
    const { kind, ...fields } = log.args;
    if (isKind(kind)) takeLeaf(chronicle, { ...fields, kind }, log);
    else chronicle.problems.add("Leaf", `${kind} is not a kind of leaf.`, log);
  },
} satisfies Handlers<"Appended">;

const isKind = (number: number): number is LeafKind => leafKindNames[number] !== undefined;
