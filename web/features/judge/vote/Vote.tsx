"use client";

import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { Network } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useChainNow } from "#lib/browser/useChainNow.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { useStrings } from "#strings/index.ts";
import { WalletGate } from "#wallet/gate/WalletGate.tsx";
import { useDeployment } from "#wallet/network.ts";
import { type Connected, useWallet } from "#wallet/store.ts";
import { Backup } from "../Backup.tsx";
import { openDuty } from "../model/duties.ts";
import { useDuties } from "../useDuties.ts";
import { Conflicts } from "./Conflicts.tsx";
import { Duty } from "./Duty.tsx";
import { EvidenceCheck } from "./EvidenceCheck.tsx";
import type { Judged } from "./judged.ts";

/** The vote of the connected account on the work of the page. */
export function Vote({ judged }: { judged: Judged }): ReactNode {
  const { judge } = useStrings();
  const { words } = useApp();
  const network = useNetwork();
  const wallet = useWallet();
  return (
    <div className="flex flex-col gap-4">
      <Card title={judge.vote.title}>
        <WalletGate reason={words.wallet.judge} localHint={words.wallet.judgeLocal}>
          {(connected) =>
            network !== null && (
              <OwnVote key={connected.account} network={network} wallet={connected} judged={judged} />
            )
          }
        </WalletGate>
      </Card>
      {network !== null && wallet.status === "connected" && (
        <Backup network={network} account={wallet.account} />
      )}
    </div>
  );
}

interface OwnVoteProps {
  network: Network;
  wallet: Connected;
  judged: Judged;
}

function OwnVote({ network, wallet, judged }: OwnVoteProps): ReactNode {
  const t = useStrings().judge;
  const { work, block } = judged;
  const deployment = useDeployment(network);
  const now = useChainNow(block.timestamp);
  const found = useDuties(wallet.account, block.number);
  if (found.status === "loading") return <Skeleton className="h-64" />;
  if (found.status === "away") return <Notice tone="warning">{t.queue.away}</Notice>;
  const own = found.duties.find(({ contribution, current }) => contribution.id === work.id && current);
  const duty = own && openDuty(own, now);
  if (duty === undefined) return <p className="text-muted text-sm">{whyNot(work.phase, t.vote)}</p>;
  return (
    <div className="flex flex-col gap-5">
      <Conflicts deployment={deployment} account={wallet.account} judged={judged} />
      <EvidenceCheck work={work} chainId={network.chainId} />
      <Duty deployment={deployment} wallet={wallet} duty={duty} now={now} />
    </div>
  );
}

function whyNot(
  phase: Judged["work"]["phase"],
  t: { notYours: string; notVoting: string; notDrawn: string },
): string {
  if (phase === "Voting") return t.notYours;
  return phase === "Armed" ? t.notDrawn : t.notVoting;
}
