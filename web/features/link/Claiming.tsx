"use client";

import type { Deployment } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { type LinkWish, linkChallenge, ProofError } from "@azora/sdk/claims";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Sentence } from "#components/ui/Sentence.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { troubleOf } from "#lib/browser/api.ts";
import { exactTime } from "#lib/format/time.ts";
import { ours, type Said, saidOf, theirs } from "#lib/said.ts";
import { useStrings } from "#strings/index.ts";
import { type Connected, loadStack } from "#wallet/store.ts";
import { claimOf, missingOf, type Typed } from "./model.ts";
import { Proof } from "./Proof.tsx";
import { Verdicts } from "./Verdicts.tsx";

interface ClaimingProps {
  deployment: Deployment;
  wallet: Connected;
  wish: LinkWish;
  onDrop: () => void;
}

/** Makes the proof, signs the text as the account, hands both to the attestors, and shows what they say. */
export function Claiming({ deployment, wallet, wish, onDrop }: ClaimingProps): ReactNode {
  const t = useStrings().link;
  const { apiUrl } = useApp();
  const [typed, setTyped] = useState<Typed>({ signature: "", publicKey: "", repository: "" });
  const [trouble, setTrouble] = useState<Said>();
  const [isBusy, setBusy] = useState(false);
  const [claim, setClaim] = useState<string>();
  const challenge = linkChallenge(deployment, wish);

  const hand = async () => {
    const missing = missingOf(wish.identity, typed);
    if (missing !== undefined) return setTrouble(ours(t.missing[missing]));
    setBusy(true);
    setTrouble(undefined);
    try {
      const { sign } = await loadStack();
      const signature = await sign(wallet.account, challenge);
      const { chainId, addresses } = deployment;
      const made = claimOf({ chainId, registry: addresses.attributionRegistry }, wish, signature, typed);
      const { id } = await unwrap(createApi(apiUrl).POST("/v1/claims", { body: { ...made } }));
      setClaim(id);
    } catch (error) {
      setTrouble(sayOf(error, t.away));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card
      title={t.claiming}
      aside={
        <Button size="small" onClick={onDrop}>
          {t.other}
        </Button>
      }
    >
      <p className="mb-4 text-muted text-sm [overflow-wrap:anywhere]">
        <span className="font-medium text-ink">{wish.identity}</span> · {t.until(exactTime(wish.deadline))}
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void hand();
        }}
        className="flex flex-col gap-5"
      >
        <Proof
          chainId={deployment.chainId}
          wish={wish}
          challenge={challenge}
          typed={typed}
          onType={(part) => setTyped({ ...typed, ...part })}
        />
        <div className="flex flex-col items-start gap-3 border-t pt-4">
          <p className="max-w-prose text-muted text-sm">{t.handText}</p>
          <Button type="submit" variant="primary" busy={isBusy}>
            {isBusy ? t.handing : t.hand}
          </Button>
          <div role="status">
            {trouble !== undefined && (
              <Notice tone="bad">
                <Sentence said={trouble} />
              </Notice>
            )}
          </div>
        </div>
      </form>
      {claim !== undefined && (
        <Verdicts key={claim} deployment={deployment} wallet={wallet} wish={wish} claim={claim} />
      )}
    </Card>
  );
}

/** A refusal in the words of whoever refused. */
function sayOf(error: unknown, away: string): Said {
  if (error instanceof ProofError) return theirs(error.message);
  if (error instanceof Error && error.name === "ApiProblem")
    return troubleOf(error) === "away" ? ours(away) : theirs(error.message);
  return saidOf(error);
}
