import type { GraphQLSchema } from "graphql";
import { builder } from "./builder.ts";
// Each adds its types and its fields of Query.
import "./scalars.ts";
import "./types/commons.ts";
import "./types/contribution.ts";
import "./types/ledger.ts";
import "./types/people.ts";
import "./types/proposal.ts";
import "./types/protocol.ts";
import "./types/series.ts";

builder.queryType({ description: "All of one answer holds as of one block." });

export const schema: GraphQLSchema = builder.toSchema();
