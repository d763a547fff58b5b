import { Critics } from "../../generated/constants.ts";
import { LeafKind, Verdict, verdictNames } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import type { Chronicle } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { raiseFlag } from "./flags.ts";
import type { EventLog, Handlers } from "./handler.ts";

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
    if (!works.has(subject)) checkProposal(chronicle, log);
    if (scores.some((score) => score > Critics.MAX_SCORE))
      problems.add("Critics", `A score of a critique is above ${Critics.MAX_SCORE}.`, log);
    if (!isVerdict(verdict)) {
      problems.add("Critics", `${verdict} is no verdict.`, log);
      return;
    }
    if (verdict === Verdict.Flag) raiseFlag(chronicle, log);
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

/** A proposal is criticised before its vote ends. */
function checkProposal({ problems, proposals, timestamp }: Chronicle, log: EventLog<"Critiqued">): void {
  const { subject } = log.args;
  const proposal = proposals.get(BigInt(subject));
  if (proposal === undefined) {
    problems.add("Critics", `The subject ${subject} of a critique is unknown.`, log);
    return;
  }
  const isOver = proposal.state !== "open" || (timestamp !== undefined && timestamp > proposal.voteEnd);
  if (isOver) problems.add("Critics", `Proposal ${subject} is criticised after its vote.`, log);
}

const isVerdict = (number: number): number is Verdict => verdictNames[number] !== undefined;
