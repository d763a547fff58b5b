import { ruleNames } from "@azora/sdk";
import { z } from "@hono/zod-openapi";
import { bytes32, count, executedBy, leafIndex, seconds, whole, withBlock } from "../../http/fields.ts";
import { challengeSchema } from "../contributions/challengeSchema.ts";
import { critiqueSchema } from "../contributions/schema.ts";

const articlesSchema = z
  .object({
    hash: bytes32.openapi({ description: "SHA-256 of the text." }),
    rationaleHash: bytes32.nullable().openapi({ description: "Null for the text of the deployment." }),
    since: seconds,
    record: leafIndex.nullable(),
    proposal: executedBy,
    tx: bytes32,
  })
  .openapi("Articles");

const amendmentSchema = z
  .object({
    version: count.openapi({ description: "Of the rules, which it made." }),
    rule: z.enum(ruleNames),
    before: whole,
    current: whole.openapi({ description: "From then on, in the rule's unit." }),
    rationaleHash: bytes32,
    timestamp: seconds,
    record: leafIndex,
    proposal: executedBy,
    tx: bytes32,
  })
  .openapi("Amendment");

const critiqueOfSchema = z
  .object({
    subject: bytes32.openapi({ description: "A work's id, or a proposal's." }),
    record: leafIndex,
    critique: critiqueSchema,
  })
  .openapi("CritiqueOf");

const flagSchema = z
  .object({
    contribution: bytes32,
    record: leafIndex.openapi({ description: "The leaf of the challenge that it is." }),
    challenge: challengeSchema,
  })
  .openapi("CriticFlag");

export const constitutionSchema = z
  .object({
    articles: z.array(articlesSchema).openapi({ description: "The latest 20 texts; the first is in force." }),
    amendments: z.array(amendmentSchema).openapi({ description: "Of rules, the latest 100." }),
    critiques: z.array(critiqueOfSchema).openapi({ description: "Of works and proposals, the latest 20." }),
    flags: z.array(flagSchema).openapi({ description: "Scores that critics flagged, the latest 20." }),
  })
  .openapi("Constitution");

export const constitutionAnswer = withBlock({ constitution: constitutionSchema }).openapi(
  "ConstitutionAnswer",
);
