"use client";

import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import type { Network } from "#lib/api/types.ts";
import { useAccount } from "#lib/browser/useAccount.ts";
import { useStrings } from "#strings/index.ts";
import { WrongNetwork } from "#wallet/gate/WrongNetwork.tsx";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { Delegation } from "./Delegation.tsx";

interface VoiceProps {
  network: Network;
  wallet: Connected;
  block: number;
}

/** What the account can say, whom it lets speak, and the way to change that. */
export function Voice({ network, wallet, block }: VoiceProps): ReactNode {
  const t = useStrings().governance.voice;
  const deployment = useDeployment(network);
  const account = useAccount(wallet.account, block);
  if (account === undefined) return <Skeleton className="h-40" />;
  const { units, votes, delegate } = account.voice;
  const isOwn = delegate === wallet.account;
  return (
    <Card title={t.title}>
      <Facts
        facts={[
          { term: t.units, value: <Amount trim wei={units} unit="Voice" />, note: t.unitsNote },
          { term: t.votes, value: <Amount trim wei={votes} unit="Voice" />, note: t.votesNote },
          { term: t.delegate, value: isOwn ? t.self : <AddressTag address={delegate} /> },
        ]}
      />
      {account.earned !== units && <p className="mt-4 max-w-prose text-muted text-sm">{t.behind}</p>}
      <div className="mt-4 border-t pt-4">
        {wallet.isRightChain ? (
          <Delegation deployment={deployment} wallet={wallet} isOwn={isOwn} />
        ) : (
          <WrongNetwork />
        )}
      </div>
    </Card>
  );
}
