"use client";

import type { Attestation, Deployment } from "@azora/sdk";
import { createApi, type Schemas, unwrap } from "@azora/sdk/api";
import type { LinkWish } from "@azora/sdk/claims";
import { type ReactNode, useEffect, useState } from "react";
import { isAddress, isHex } from "viem";
import { Badge } from "#components/ui/Badge.tsx";
import { Button } from "#components/ui/Button.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useStrings } from "#strings/index.ts";
import { linkTransaction } from "#transactions/definitions/link.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

type Verdict = Schemas["ClaimVerdict"];

const PERIOD_MS = 1_500;

interface VerdictsProps {
  deployment: Deployment;
  wallet: Connected;
  wish: LinkWish;
  /** Its id. */
  claim: string;
}

/** What attestors found, as it comes in, and the link that their signatures allow. */
export function Verdicts({ deployment, wallet, wish, claim }: VerdictsProps): ReactNode {
  const strings = useStrings();
  const t = strings.link.verdicts;
  const verdicts = useVerdicts(claim);
  const run = useTransaction(wallet, "link", wish.identity);
  const attestations = verdicts.flatMap(({ attestor, signature }): Attestation[] =>
    isAddress(attestor) && isHex(signature) ? [{ attestor, signature }] : [],
  );
  const send = () => void run.run(linkTransaction(deployment, wish, attestations, strings));
  return (
    <section className="mt-5 flex flex-col gap-4 border-t pt-4" aria-live="polite">
      <h3 className="font-medium">{t.title}</h3>
      {verdicts.length === 0 && <p className="text-muted text-sm">{t.none}</p>}
      <ul className="flex flex-col gap-3 empty:hidden">
        {verdicts.map(({ attestor, proven, sentences }) => (
          <li key={attestor} className="text-sm">
            <p className="flex flex-wrap items-center gap-2">
              <AddressTag address={attestor} />
              <Badge tone={proven ? "good" : "bad"}>{proven ? t.attests : t.refuses}</Badge>
            </p>
            <p className="mt-1 text-muted [overflow-wrap:anywhere]">{sentences.join(" ")}</p>
          </li>
        ))}
      </ul>
      {attestations.length > 0 && (
        <div className="flex flex-col items-start gap-3">
          <p className="max-w-prose text-muted text-sm">{t.linkText}</p>
          <Button variant="primary" busy={isBlocked(run.state)} onClick={send}>
            {t.link}
          </Button>
        </div>
      )}
      <TransactionStatus run={run} onRetry={send} />
    </section>
  );
}

/** Asked for again and again, for each attestor comes in its own time. */
function useVerdicts(claim: string): readonly Verdict[] {
  const { apiUrl } = useApp();
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () =>
      void unwrap(
        createApi(apiUrl).GET("/v1/claims/{id}", { params: { path: { id: claim } }, signal: stop.signal }),
      ).then(
        (found) => setVerdicts(found.verdicts),
        () => undefined,
      );
    ask();
    const period = setInterval(ask, PERIOD_MS);
    return () => {
      stop.abort();
      clearInterval(period);
    };
  }, [apiUrl, claim]);
  return verdicts;
}
