"use client";

import { AzoraError, type Deployment, type StoredBallot } from "@azora/sdk";
import { attributionOf, createApi, unwrap } from "@azora/sdk/api";
import { useCallback } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";
import { OWN } from "#lib/said.ts";
import { useStrings } from "#strings/index.ts";
import { revealTransaction } from "#transactions/definitions/reveal.ts";

/** Opens a vote. What the contract has to be told of the work comes from the index; the contract checks it. */
export function useReveal(deployment: Deployment) {
  const { apiUrl } = useApp();
  const strings = useStrings();
  return useCallback(
    (ballot: StoredBallot, title: string) => {
      const params = { path: { id: ballot.contribution } };
      const api = createApi(apiUrl);
      // Asked for when it is needed, so that the attribution is there whatever the page has loaded.
      const attribution = async () => {
        const answer = await unwrap(api.GET("/v1/contributions/{id}", { params })).catch((cause) => {
          throw new AzoraError(OWN.noApi, [], strings.transactions.noApi, cause);
        });
        return attributionOf(answer.contribution);
      };
      return revealTransaction(deployment, { ballot, attribution, title }, strings);
    },
    [apiUrl, deployment, strings],
  );
}
