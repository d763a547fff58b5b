"use client";

import type { ReactNode } from "react";
import type { ContributionDetail } from "#lib/api/types.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { WrongNetwork } from "#wallet/gate/WrongNetwork.tsx";
import type { Connected } from "#wallet/store.ts";
import { PayForm } from "./PayForm.tsx";
import { WaitingTokens } from "./WaitingTokens.tsx";

interface PayProps {
  work: ContributionDetail;
  wallet: Connected;
}

export function Pay({ work, wallet }: PayProps): ReactNode {
  const network = useNetwork();
  if (!wallet.isRightChain) return <WrongNetwork />;
  if (network === null) return null;
  return (
    <div className="flex flex-col gap-5">
      <PayForm key={wallet.account} work={work} network={network} wallet={wallet} />
      <WaitingTokens work={work} network={network} wallet={wallet} />
    </div>
  );
}
