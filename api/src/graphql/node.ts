import { NodeKind, nodeAccount, nodeKind } from "@azora/sdk";
import type { Address, Hex } from "viem";
import { ProblemError } from "../http/errors.ts";
import { builder, type RequestContext } from "./builder.ts";
import { MAX_ALIASES } from "./limits.ts";

// Global object identification: https://relay.dev/graphql/objectidentification.htm
//
// What has a name of 32 bytes in the protocol has it here: works, identities, accounts by their nodes, and proposals. All
// else is told by its type and its key: `Epoch:5`.

/** Something that can be asked for by its id alone. */
export const NodeInterface = builder.interfaceRef<object>("Node").implement({
  description: "Whatever has an id by which it can be asked for again.",
  fields: (t) => ({
    id: t.id({ description: "The same in every answer, and of nothing else.", resolve: never }),
  }),
});

/** Each type that is a node has its own. */
function never(): never {
  throw new Error("A node was asked for the id that its type should give.");
}

/** Reads the thing that has this key; undefined if there is none. */
type Find = (key: string, request: RequestContext) => Promise<object | null | undefined>;

const finders = new Map<string, Find>();

/** Makes things of a type known by their keys. */
export function identify(type: string, find: Find): void {
  finders.set(type, find);
}

/** The id of what has no name in the protocol. */
export const idOf = (type: string, ...key: readonly (string | number)[]): string =>
  `${type}:${key.join(":")}`;

/** As many values, by the time that it takes: to find an account are a dozen questions. */
const WEIGHT = 500;
/** A number in a key: there is one id of a thing, and no other spelling of its number is. */
export const CANONICAL = /^(0|[1-9]\d{0,14})$/;
const NAME = /^0x[0-9a-f]{64}$/;
const KEY = /^([A-Z]\w*):([\w:.]{1,120})$/;

/** What an id may be of, the likelier first, each with its key there. */
function candidates(id: string): [type: string, key: string][] {
  if (NAME.test(id)) {
    const node = id as Hex;
    const kind = nodeKind(node);
    // A proposal's id is a hash, which may begin like a node.
    const proposal: [string, string] = ["Proposal", id];
    if (kind === NodeKind.Contribution) return [["Contribution", id], proposal];
    if (kind === NodeKind.Identity) return [["Identity", id], proposal];
    return /^0x0{24}/.test(id) ? [["Account", accountIn(node)]] : [proposal];
  }
  const [, type = "", key = ""] = KEY.exec(id) ?? [];
  return finders.has(type) && !NAMED.has(type) ? [[type, key]] : [];
}

/** These have their names in the protocol and no other. */
const NAMED: ReadonlySet<string> = new Set(["Contribution", "Identity", "Account", "Proposal"]);

/** The zero address has an account, though no node. */
const accountIn = (node: Hex): Address => (/^0x0+$/.test(node) ? `0x${"0".repeat(40)}` : nodeAccount(node));

async function findNode(id: string, request: RequestContext): Promise<{ __typename: string } | null> {
  const types = candidates(id);
  if (types.length === 0)
    throw new ProblemError(400, `${JSON.stringify(id.slice(0, 80))} is no id of anything here.`);
  for (const [type, key] of types) {
    const found = await finders.get(type)?.(key, request);
    if (found) return { ...found, __typename: type };
  }
  return null;
}

builder.queryFields((t) => ({
  node: t.field({
    type: NodeInterface,
    nullable: true,
    description: "What has this id; null if there is nothing that has.",
    args: { id: t.arg.id({ required: true }) },
    extensions: { weight: WEIGHT },
    resolve: (_, { id }, request) => findNode(id, request),
  }),
  nodes: t.field({
    type: [NodeInterface],
    nullable: { list: false, items: true },
    description: `The same for up to ${MAX_ALIASES} ids, in their order.`,
    args: { ids: t.arg.idList({ required: true }) },
    extensions: { size: MAX_ALIASES, weight: MAX_ALIASES * WEIGHT },
    resolve: async (_, { ids }, request) => {
      if (ids.length > MAX_ALIASES)
        throw new ProblemError(400, `\`ids\` may be ${MAX_ALIASES} at most, not ${ids.length}.`);
      const found: ({ __typename: string } | null)[] = [];
      const known = new Map<string, { __typename: string } | null>();
      for (const id of ids) {
        const node = known.has(id) ? known.get(id) : await findNode(id, request);
        known.set(id, node ?? null);
        found.push(node ?? null);
      }
      return found;
    },
  }),
}));
