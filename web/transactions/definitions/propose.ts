import {
  type Deployment,
  hashProposal,
  type ProposalContent,
  proposalSubject,
  proposeCall,
} from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** Where a proposal is shown: its id follows from what it does and from its text. */
export const proposalHref = (content: ProposalContent): string =>
  `/governance/${proposalSubject(hashProposal(content))}`;

export function proposeTransaction(
  { addresses }: Deployment,
  content: ProposalContent,
  title: string,
  { transactions: { propose: words } }: Strings,
): Transaction {
  return {
    kind: "propose",
    title: words.title(title),
    effect: words.effect,
    record: { href: proposalHref(content), label: words.record },
    prepare: async () => proposeCall(addresses, content),
  };
}
