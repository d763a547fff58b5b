import { z } from "@hono/zod-openapi";
import {
  address,
  addressInput,
  blockNumber,
  bytes32,
  bytes32Input,
  count,
  pageOf,
  proposalState,
  seconds,
  wei,
  withBlock,
} from "../../http/fields.ts";
import { pageQuery, readQuery } from "../../http/queries.ts";
import { critiqueSchema } from "../contributions/schema.ts";
import { recordSchema } from "../ledger/schema.ts";

const voice = wei.openapi({ description: "Voice, which has a unit for each wei of AZR that was earned." });

export const proposalSchema = z
  .object({
    id: bytes32.openapi({ description: "Its id in the governor, as 32 bytes." }),
    proposer: address,
    description: z.string(),
    state: proposalState,
    proposedAt: seconds,
    voteStart: seconds.openapi({ description: "Voice counts as of this second; the vote opens after it." }),
    voteEnd: seconds.openapi({ description: "The last second of the vote." }),
    votesFor: voice,
    votesAgainst: voice,
    votesAbstain: voice,
    quorum: voice.openapi({ description: "What votes for and abstentions must come to." }),
    voters: count,
    eta: seconds.nullable().openapi({ description: "When it can be executed; null until it is queued." }),
    executedAt: seconds.nullable(),
    block: blockNumber,
    tx: bytes32,
  })
  .openapi("Proposal");

const callSchema = z
  .object({
    target: address,
    value: wei,
    calldata: z.string().regex(/^0x([0-9a-f]{2})*$/),
  })
  .openapi("ProposalCall");

const voteSchema = z
  .object({
    voter: address,
    choice: z.enum(["Against", "For", "Abstain"]),
    weight: voice,
    reason: z.string(),
    castAt: seconds,
    tx: bytes32,
  })
  .openapi("Vote");

export const proposalDetailSchema = proposalSchema
  .extend({
    calls: z.array(callSchema).openapi({ description: "What it does, in this order." }),
    votes: z.array(voteSchema).openapi({ description: "The 100 that weigh most." }),
    critiques: z.array(critiqueSchema),
    records: z.array(recordSchema).openapi({ description: "Its decisions on the audit ledger." }),
  })
  .openapi("ProposalDetail");

export const proposalPage = pageOf(proposalSchema).openapi("ProposalPage");
export const proposalAnswer = withBlock({ proposal: proposalDetailSchema }).openapi("ProposalAnswer");

export const proposalQuery = pageQuery.extend({ proposer: addressInput.optional() });
export const proposalParams = z.object({ id: bytes32Input });
export const proposalReadQuery = readQuery;
