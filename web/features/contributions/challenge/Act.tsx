"use client";

import type { ReactNode } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useChainNow } from "#lib/browser/useChainNow.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { useStrings } from "#strings/index.ts";
import { WalletGate } from "#wallet/gate/WalletGate.tsx";
import { ChallengeForm } from "./ChallengeForm.tsx";
import { actOn } from "./model.ts";
import { Reopening } from "./Reopening.tsx";

interface ActProps {
  work: ContributionDetail;
  act: "challenge" | "reopen";
  /** When the page was put together, by the chain's clock. */
  now: number;
}

export function Act({ work, act, now }: ActProps): ReactNode {
  const { challenge: t } = useStrings();
  const { words } = useApp();
  const network = useNetwork();
  const present = useChainNow(now);
  const isLate = actOn(work, present) === undefined;
  if (isLate) return <Notice tone="warning">{t.over}</Notice>;
  return (
    <WalletGate reason={words.wallet[act]} localHint={words.wallet.local}>
      {(wallet) =>
        network !== null &&
        (act === "challenge" ? (
          <ChallengeForm key={wallet.account} work={work} network={network} wallet={wallet} />
        ) : (
          <Reopening work={work} network={network} wallet={wallet} />
        ))
      }
    </WalletGate>
  );
}
