"use client";

import type { ReactNode } from "react";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useChainNow } from "#lib/browser/useChainNow.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { WrongNetwork } from "#wallet/gate/WrongNetwork.tsx";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { stepOf } from "../model.ts";
import { PassOn } from "./PassOn.tsx";
import { VoteForm } from "./VoteForm.tsx";

interface ActProps {
  proposal: ProposalDetail;
  wallet: Connected;
  now: number;
}

export function Act({ proposal, wallet, now }: ActProps): ReactNode {
  const network = useNetwork();
  if (!wallet.isRightChain) return <WrongNetwork />;
  return network && <Ready network={network} proposal={proposal} wallet={wallet} now={now} />;
}

interface ReadyProps extends ActProps {
  network: NonNullable<ReturnType<typeof useNetwork>>;
}

function Ready({ network, proposal, wallet, now }: ReadyProps): ReactNode {
  const deployment = useDeployment(network);
  const step = stepOf(proposal, useChainNow(now));
  if (step === undefined) return null;
  return step === "vote" ? (
    <VoteForm key={wallet.account} deployment={deployment} proposal={proposal} wallet={wallet} />
  ) : (
    <PassOn key={step} deployment={deployment} proposal={proposal} wallet={wallet} step={step} />
  );
}
