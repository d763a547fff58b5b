import { EXECUTED_BY } from "../../http/fields.ts";
import {
  AMENDMENTS,
  type Constitution,
  LATEST,
  readConstitution,
} from "../../routes/constitution/constitution.ts";
import { builder } from "../builder.ts";
import { ChallengeType } from "./challenge.ts";
import { CritiqueType } from "./critique.ts";

const PROPOSAL = `${EXECUTED_BY}.`;

const ArticlesType = builder.objectRef<Constitution["articles"][number]>("Articles").implement({
  description: "A text of the articles.",
  fields: (t) => ({
    hash: t.expose("hash", { type: "Bytes32", description: "SHA-256 of the text." }),
    rationaleHash: t.expose("rationaleHash", { type: "Bytes32", nullable: true }),
    since: t.expose("since", { type: "Long" }),
    record: t.expose("record", { type: "Long", nullable: true }),
    proposal: t.expose("proposal", { type: "Bytes32", nullable: true, description: PROPOSAL }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const AmendmentType = builder.objectRef<Constitution["amendments"][number]>("Amendment").implement({
  description: "What a rule was, and is from then on.",
  fields: (t) => ({
    version: t.exposeInt("version", { description: "Of the rules, which it made." }),
    rule: t.exposeString("rule"),
    before: t.expose("before", { type: "Wei" }),
    current: t.expose("current", { type: "Wei" }),
    rationaleHash: t.expose("rationaleHash", { type: "Bytes32" }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    record: t.expose("record", { type: "Long", description: "Its leaf on the audit ledger." }),
    proposal: t.expose("proposal", { type: "Bytes32", nullable: true, description: PROPOSAL }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const CritiqueOfType = builder.objectRef<Constitution["critiques"][number]>("CritiqueOf").implement({
  description: "A critique of a work or of a proposal.",
  fields: (t) => ({
    subject: t.expose("subject", { type: "Bytes32" }),
    record: t.expose("record", { type: "Long" }),
    critique: t.expose("critique", { type: CritiqueType }),
  }),
});

const CriticFlagType = builder.objectRef<Constitution["flags"][number]>("CriticFlag").implement({
  description: "A score that a critic had judged again.",
  fields: (t) => ({
    contribution: t.expose("contribution", { type: "Bytes32" }),
    record: t.expose("record", { type: "Long", description: "The leaf of the challenge that it is." }),
    challenge: t.expose("challenge", { type: ChallengeType }),
  }),
});

const ConstitutionType = builder.objectRef<Constitution>("Constitution").implement({
  description: "How the articles and the rules came to be what they are, and what critics recorded.",
  fields: (t) => ({
    articles: t.expose("articles", {
      type: [ArticlesType],
      description: "The latest 20; the first is in force.",
      extensions: { size: LATEST },
    }),
    amendments: t.expose("amendments", {
      type: [AmendmentType],
      description: "Of rules, the latest 100.",
      extensions: { size: AMENDMENTS },
    }),
    critiques: t.expose("critiques", {
      type: [CritiqueOfType],
      description: "The latest 20.",
      extensions: { size: LATEST },
    }),
    flags: t.expose("flags", {
      type: [CriticFlagType],
      description: "The latest 20.",
      extensions: { size: LATEST },
    }),
  }),
});

builder.queryFields((t) => ({
  constitution: t.field({
    type: ConstitutionType,
    resolve: (_, __, { ask }) => ask(({ db }) => readConstitution(db)),
  }),
}));
