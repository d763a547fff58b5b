import type { GraphQLSchema } from "graphql";
import { builder } from "./builder.ts";
// Each adds its types and its fields of Query.
import "./node.ts";
import "./scalars.ts";
import "./types/commons.ts";
import "./types/constitution.ts";
import "./types/contribution.ts";
import "./types/judge.ts";
import "./types/live.ts";
import "./types/ledger.ts";
import "./types/payment.ts";
import "./types/people.ts";
import "./types/proposal.ts";
import "./types/protocol.ts";
import "./types/search.ts";
import "./types/series.ts";

builder.subscriptionType({ description: "By server-sent events: `Accept: text/event-stream`." });

export const schema: GraphQLSchema = builder.toSchema();
