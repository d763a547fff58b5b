import { GraphQLError } from "graphql";
import type { ZodType } from "zod";
import { addressInput, bytes32Input } from "../http/fields.ts";
import { builder } from "./builder.ts";

/** Reads an input as REST does. */
function read<output>(schema: ZodType<output>, value: unknown): output {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw new GraphQLError(`It ${error.issues[0]?.message ?? "does not fit"}.`);
}

const outputOnly = (): never => {
  throw new GraphQLError("It is for answers only.");
};

builder.scalarType("Bytes32", {
  description: "32 bytes: 0x and 64 hexadecimal digits.",
  serialize: (value) => value,
  parseValue: (value) => read(bytes32Input, value),
});

builder.scalarType("Address", {
  description: "0x and 40 hexadecimal digits; in answers with the checksum of EIP-55.",
  serialize: (value) => value,
  parseValue: (value) => read(addressInput, value),
});

builder.scalarType("Wei", {
  description: "A whole number as decimal digits; of money in wei, the 10^18th part of an AZR or an ETH.",
  serialize: (value) => value,
  parseValue: outputOnly,
});

builder.scalarType("Long", {
  description: "A whole number up to 2^53; of time in seconds since 1970 by the chain's own clock.",
  serialize: (value) => value,
  parseValue: outputOnly,
});
