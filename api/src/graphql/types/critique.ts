import type { Critique } from "../../routes/contributions/critiques.ts";
import { builder } from "../builder.ts";
import { Verdict } from "../enums.ts";

export const CritiqueType = builder.objectRef<Critique>("Critique").implement({
  description: "What a critic recorded of a work: advice, which decides nothing.",
  fields: (t) => ({
    critic: t.expose("critic", { type: "Address" }),
    verdict: t.expose("verdict", { type: Verdict }),
    ethics: t.exposeInt("ethics", { description: "From 0 to 100, as the three scores that follow." }),
    bias: t.exposeInt("bias"),
    fairness: t.exposeInt("fairness"),
    transparency: t.exposeInt("transparency"),
    documentHash: t.expose("documentHash", {
      type: "Bytes32",
      description: "SHA-256 of the whole critique.",
    }),
    critiqueHash: t.expose("critiqueHash", {
      type: "Bytes32",
      description: "SHA-256 of the critic's critique of itself.",
    }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});
