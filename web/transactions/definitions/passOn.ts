import {
  type Deployment,
  executeCall,
  hashProposal,
  type ProposalContent,
  proposalSubject,
  queueCall,
} from "@azora/sdk";
import { isAddress, isHex } from "viem";
import type { ProposalDetail } from "#lib/api/types.ts";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export interface PassedOn {
  readonly id: string;
  readonly content: ProposalContent;
  readonly step: "queue" | "execute";
}

/** What a proposal does, as the governor takes it; undefined if what the API says does not hash to its id. */
export function contentOf({ id, calls, description }: ProposalDetail): ProposalContent | undefined {
  const content: ProposalContent = {
    targets: calls.flatMap(({ target }) => (isAddress(target) ? [target] : [])),
    values: calls.map(({ value }) => BigInt(value)),
    calldatas: calls.flatMap(({ calldata }) => (isHex(calldata) ? [calldata] : [])),
    description,
  };
  return proposalSubject(hashProposal(content)) === id ? content : undefined;
}

/** Hands a proposal that passed to the timelock, or does what it says once that has waited. */
export function passOnTransaction(
  { addresses }: Deployment,
  { id, content, step }: PassedOn,
  { transactions }: Strings,
): Transaction {
  const words = transactions[step];
  return {
    kind: step,
    title: words.title,
    effect: words.effect,
    record: { href: `/governance/${id}`, label: words.record },
    prepare: async () => (step === "queue" ? queueCall : executeCall)(addresses, content),
  };
}
