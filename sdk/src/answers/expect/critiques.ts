import type { Hex } from "viem";
import type { Schemas } from "../../api/client.ts";
import { verdictNames } from "../../generated/enums.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { nameIn } from "./names.ts";

/** What critics recorded of a subject, in the order of the chain. */
export const critiquesOf = ({ book }: At, subject: Hex): Expected<Schemas["Critique"]>[] =>
  book.of("Critiqued", "subject", subject).map(critiqueOf);

export function critiqueOf({
  args,
  time,
  transactionHash,
}: Entry<"Critiqued">): Expected<Schemas["Critique"]> {
  const [ethics, bias, fairness, transparency] = args.scores;
  return by("the log Critiqued", {
    critic: args.critic,
    verdict: nameIn(verdictNames, args.verdict),
    ethics,
    bias,
    fairness,
    transparency,
    documentHash: args.documentHash,
    critiqueHash: args.critiqueHash,
    timestamp: time,
    tx: transactionHash,
  });
}
