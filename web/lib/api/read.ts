import { type Api, ApiProblem, createApi, unwrap } from "@azora/sdk/api";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readApiUrls } from "#lib/config.ts";
import { given } from "#lib/given.ts";
import { ApiUnavailable } from "./ApiUnavailable.ts";
import type { Block, LeafKind, Network, Phase } from "./types.ts";

// What pages read, each once a request, whoever asks. They throw ApiUnavailable when there is no answer, and lead to the
// page for what is not there when the API knows no such thing, or the address cannot be one.

interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

export interface ContributionQuery extends PageQuery {
  q?: string | undefined;
  phase?: Phase | undefined;
  order?: "newest" | "oldest" | "amount" | undefined;
  epoch?: number | undefined;
  registrant?: string | undefined;
  contributor?: string | undefined;
}

export interface RecordQuery extends PageQuery {
  kind?: LeafKind | undefined;
  subject?: string | undefined;
  actor?: string | undefined;
  order?: "newest" | "oldest" | undefined;
}

export const readContributions = (query: ContributionQuery) =>
  read((api) => api.GET("/v1/contributions", { params: { query: given(query) } }));

export const readContribution = cache((id: string) =>
  read((api) => api.GET("/v1/contributions/{id}", { params: { path: { id } } })),
);

/** Undefined if there is no such work. */
export const tryContribution = cache(async (id: string) => {
  try {
    return await unwrap(api().GET("/v1/contributions/{id}", { params: { path: { id } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return undefined;
    throw new ApiUnavailable("The API gave no answer.", { cause: error });
  }
});

export const readAccount = cache((address: string) =>
  read((api) => api.GET("/v1/accounts/{address}", { params: { path: { address } } })),
);

export const readIdentity = cache((node: string) =>
  read((api) => api.GET("/v1/identities/{node}", { params: { path: { node } } })),
);

export const readWhy = cache((flow: string, position: number) =>
  read((api) => api.GET("/v1/payments/{flow}/{position}/why", { params: { path: { flow, position } } })),
);

export const readPeople = (query: PageQuery) =>
  read((api) => api.GET("/v1/people", { params: { query: given(query) } }));

export const readProposals = (query: PageQuery) =>
  read((api) => api.GET("/v1/proposals", { params: { query: given(query) } }));

export const readProposal = cache((id: string) =>
  read((api) => api.GET("/v1/proposals/{id}", { params: { path: { id } } })),
);

export const readEpochs = (query: PageQuery) =>
  read((api) => api.GET("/v1/epochs", { params: { query: given(query) } }));

export const readProtocol = cache(() => read((api) => api.GET("/v1/protocol")));

export const readCommons = cache(() => read((api) => api.GET("/v1/commons")));

export const readConstitution = cache(() => read((api) => api.GET("/v1/constitution")));

export const readSeries = (query: PageQuery & { period: "hour" | "day" }) =>
  read((api) => api.GET("/v1/series", { params: { query: given(query) } }));

export const readRecords = (query: RecordQuery) =>
  read((api) => api.GET("/v1/ledger", { params: { query: given(query) } }));

export const readRecord = cache((index: number) =>
  read((api) => api.GET("/v1/ledger/{index}", { params: { path: { index } } })),
);

/** Undefined while the API does not answer: the frame of a page stands without it. */
export const readNetwork = cache(
  (): Promise<Network | undefined> => orUndefined(read((api) => api.GET("/v1/network"))),
);

export const readHead = cache(
  async (): Promise<Block | undefined> => (await orUndefined(read((api) => api.GET("/v1/head"))))?.block,
);

async function read<Data>(ask: (api: Api) => Parameters<typeof unwrap<Data>>[0]): Promise<Data> {
  try {
    return await unwrap(ask(api()));
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) notFound();
    throw new ApiUnavailable("The API gave no answer.", { cause: error });
  }
}

/** A block is out of date with the next one, so nothing is kept beyond the request. */
const api = cache(() =>
  createApi(readApiUrls().server, {
    fetch: (request) => fetch(request, { cache: "no-store" }),
    // Next to each other, it costs both more to compress than to send.
    headers: { "Accept-Encoding": "identity" },
  }),
);

export async function orUndefined<Data>(reading: Promise<Data>): Promise<Data | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ApiUnavailable) return undefined;
    throw error;
  }
}
