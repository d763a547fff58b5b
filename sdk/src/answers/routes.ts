import type { paths } from "../generated/api.ts";
import type { Examiner } from "./Examiner.ts";
import { examineContribution, examineContributions } from "./examine/contributions.ts";
import { examineEvents } from "./examine/events.ts";
import { examineClaim, examineClaims, examineEvidence } from "./examine/evidence.ts";
import { examineExports, examineStatements } from "./examine/exports.ts";
import { examineFresh } from "./examine/health.ts";
import { examineConsistency, examineProofs, examineRecord, examineRecords } from "./examine/ledger.ts";
import { examineWhy } from "./examine/payments.ts";
import {
  examineAccount,
  examineDuties,
  examineIdentity,
  examineJudges,
  examinePeople,
} from "./examine/people.ts";
import {
  examineCommons,
  examineConstitution,
  examineEpochs,
  examineHead,
  examineNetwork,
  examineProposal,
  examineProposals,
  examineProtocol,
  examineSeries,
} from "./examine/protocol.ts";
import { examineSearch } from "./examine/search.ts";
import { QUESTIONS, type Question } from "./graphql/examine.ts";

/** A path of the API's description, or a field of GraphQL's query, which has its own. */
export type Route = keyof paths | `/graphql ${Question}`;

type Examine = (examiner: Examiner) => Promise<void>;

/** What holds each route to the chain, or why nothing can: a new one without its place here does not compile. */
const ROUTES = {
  "/v1/head": examineHead,
  "/v1/network": examineNetwork,
  "/v1/protocol": examineProtocol,
  "/v1/contributions": examineContributions,
  "/v1/contributions/{id}": examineContribution,
  "/v1/people": examinePeople,
  "/v1/accounts/{address}": examineAccount,
  "/v1/accounts/{address}/statement": examineStatements,
  "/v1/identities/{node}": examineIdentity,
  "/v1/judges": examineJudges,
  "/v1/judges/{address}/duties": examineDuties,
  "/v1/epochs": examineEpochs,
  "/v1/series": examineSeries,
  "/v1/commons": examineCommons,
  "/v1/constitution": examineConstitution,
  "/v1/proposals": examineProposals,
  "/v1/proposals/{id}": examineProposal,
  "/v1/ledger": examineRecords,
  "/v1/ledger/consistency": examineConsistency,
  "/v1/ledger/{index}": examineRecord,
  "/v1/ledger/{index}/proof": examineProofs,
  "/v1/payments/{flow}/{position}/why": examineWhy,
  "/v1/search": examineSearch,
  "/v1/exports/{list}": examineExports,
  "/v1/events": examineEvents,
  "/v1/evidence/{hash}": examineEvidence,
  "/v1/claims": examineClaims,
  "/v1/claims/{id}": examineClaim,
  "/health/fresh": examineFresh,
  "/health/live": "It says that a process answers, which it shows by answering.",
  "/health/ready": "It says how this process and its database are, of which the chain knows nothing.",
} as const satisfies Readonly<Record<keyof paths, Examine | string>>;

export const EXAMINERS = [
  ...Object.entries(ROUTES),
  ...Object.entries(QUESTIONS).map(([question, examine]) => [`/graphql ${question}`, examine]),
] as [Route, Examine | string][];
