"use client";

import { isBytes32 } from "@azora/sdk";
import { attributionOf } from "@azora/sdk/api";
import type { ReactNode } from "react";
import { isAddress } from "viem";
import { Payout } from "#features/withdraw/panel/Payout.tsx";
import type { ContributionDetail, Network } from "#lib/api/types.ts";
import { FoundTokenAmount } from "#lib/tokens/TokenAmount.tsx";
import { useStrings } from "#strings/index.ts";
import { flowOnTransaction } from "#transactions/definitions/flow.ts";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";

interface WaitingTokensProps {
  work: ContributionDetail;
  network: Network;
  wallet: Connected;
}

/** Tokens that came from works that cite this one. No keeper moves any but AZR, so whoever wants them to flow sends it. */
export function WaitingTokens({ work, network, wallet }: WaitingTokensProps): ReactNode {
  const strings = useStrings();
  const t = strings.pay.waiting;
  const deployment = useDeployment(network);
  const { id, tokenPools } = work;
  return (
    <ul className="divide-y border-t pt-4 empty:hidden">
      {tokenPools.map(
        ({ token, balance }) =>
          isBytes32(id) &&
          isAddress(token) && (
            <Payout
              key={token}
              wallet={wallet}
              kind="flow"
              subject={`${id} ${token}`}
              label={t.label}
              amount={<FoundTokenAmount token={token} amount={balance} />}
              isEmpty={balance === "0"}
              action={t.action}
              transaction={flowOnTransaction(
                deployment,
                id,
                { token, attribution: attributionOf(work) },
                strings,
              )}
            />
          ),
      )}
    </ul>
  );
}
