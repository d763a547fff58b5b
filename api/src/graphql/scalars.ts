import { GraphQLError, type ValueNode, valueFromASTUntyped } from "graphql";
import type { Hex } from "viem";
import { type ZodType, z } from "zod";
import { addressInput, bytes32Input } from "../http/fields.ts";
import { builder } from "./builder.ts";

/** Reads an input as REST does. */
function read<output>(type: string, schema: ZodType<output>, value: unknown, node?: ValueNode): output {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const given = JSON.stringify(value)?.slice(0, SHOWN);
  const message = `${type} ${error.issues[0]?.message ?? "does not fit"}, not ${given}.`;
  throw new GraphQLError(message, { ...(node && { nodes: node }) });
}

/** As much of a value that does not fit is said again. */
const SHOWN = 80;

const outputOnly = (): never => {
  throw new GraphQLError("It is for answers only.");
};

function hexScalar(name: "Bytes32" | "Address", description: string, schema: ZodType<Hex>) {
  builder.scalarType(name, {
    description,
    serialize: (value) => value,
    parseValue: (value) => read(name, schema, value),
    parseLiteral: (node) => read(name, schema, valueFromASTUntyped(node), node),
  });
}

const long = z.int("must be a whole number").min(0);

hexScalar("Bytes32", "32 bytes: 0x and 64 hexadecimal digits.", bytes32Input);
hexScalar("Address", "0x and 40 hexadecimal digits; in answers with the checksum of EIP-55.", addressInput);

builder.scalarType("Wei", {
  description: "A whole number as decimal digits; of money in wei, the 10^18th part of an AZR or an ETH.",
  serialize: (value) => value,
  parseValue: outputOnly,
});

builder.scalarType("Long", {
  description: "A whole number up to 2^53; of time in seconds since 1970 by the chain's own clock.",
  serialize: (value) => value,
  parseValue: (value) => read("Long", long, value),
});
