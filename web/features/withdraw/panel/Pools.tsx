"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { FoundTokenAmount } from "#lib/tokens/TokenAmount.tsx";
import { useStrings } from "#strings/index.ts";
import { flowTransaction } from "#transactions/definitions/flow.ts";
import type { Connected } from "#wallet/store.ts";
import { Payout } from "./Payout.tsx";
import { type Pool, usePools } from "./usePools.ts";

interface PoolsProps {
  deployment: Deployment;
  wallet: Connected;
  /** Identities that are linked to the account, and whose link is in effect. */
  identities: readonly string[];
}

/** What waits in the pools of linked identities, for the account to bring it in. */
export function Pools({ deployment, wallet, identities }: PoolsProps): ReactNode {
  const t = useStrings().withdraw.pools;
  const { azoraToken } = deployment.addresses;
  const pools = usePools(identities, azoraToken);
  if (pools.length === 0) return null;
  return (
    <section className="border-t pt-4">
      <h3 className="font-medium text-sm">{t.title}</h3>
      <p className="mt-0.5 text-muted text-sm">{t.text}</p>
      <ul className="mt-3 divide-y">
        {pools.map((pool) => (
          <PoolRow
            key={`${pool.node} ${pool.token}`}
            deployment={deployment}
            wallet={wallet}
            pool={pool}
            amount={
              pool.token === azoraToken ? (
                <Amount wei={pool.balance} />
              ) : (
                <FoundTokenAmount token={pool.token} amount={pool.balance} />
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

interface PoolRowProps extends Omit<PoolsProps, "identities"> {
  pool: Pool;
  amount: ReactNode;
}

function PoolRow({ deployment, wallet, pool: { node, token, balance }, amount }: PoolRowProps): ReactNode {
  const strings = useStrings();
  return (
    <Payout
      wallet={wallet}
      kind="flow"
      subject={`${node} ${token}`}
      label={<NodeTag node={node} />}
      amount={amount}
      isEmpty={balance === "0"}
      action={strings.withdraw.pools.action}
      transaction={flowTransaction(deployment, node, token, strings)}
    />
  );
}
