import { Critics } from "../../generated/constants.ts";
import { LeafKind, type Verdict, verdictNames } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import { expectLeaf } from "../leaves.ts";
import type { Handlers } from "./handler.ts";

export const criticHandlers = {
  CriticSet(chronicle, log) {
    const { critic, appointed } = log.args;
    const { critics, problems, deployment } = chronicle;
    problems.same("Critics", `The office of ${critic} before`, !appointed, critics.has(critic), log);
    if (appointed) critics.add(critic);
    else critics.delete(critic);
    expectLeaf(chronicle, log, {
      kind: LeafKind.CriticSet,
      emitter: deployment.addresses.constitution,
      subject: accountNode(critic),
      actor: deployment.addresses.timelock,
      dataHash: dataHash.CriticSet(appointed),
    });
  },

  Critiqued(chronicle, log) {
    const { subject, critic, verdict, scores, documentHash, critiqueHash } = log.args;
    const { critics, works, problems, deployment } = chronicle;
    if (!critics.has(critic)) problems.add("Critics", `${critic} criticises without being a critic.`, log);
    if (!works.has(subject)) problems.add("Critics", `The subject ${subject} of a critique is unknown.`, log);
    if (scores.some((score) => score > Critics.MAX_SCORE))
      problems.add("Critics", `A score of a critique is above ${Critics.MAX_SCORE}.`, log);
    if (!isVerdict(verdict)) {
      problems.add("Critics", `${verdict} is no verdict.`, log);
      return;
    }
    chronicle.critiques.set(subject, (chronicle.critiques.get(subject) ?? 0) + 1);
    expectLeaf(chronicle, log, {
      kind: LeafKind.Critiqued,
      emitter: deployment.addresses.constitution,
      subject,
      actor: critic,
      dataHash: dataHash.Critiqued(verdict, scores, documentHash, critiqueHash),
    });
  },
} satisfies Handlers<"CriticSet" | "Critiqued">;

const isVerdict = (number: number): number is Verdict => verdictNames[number] !== undefined;
