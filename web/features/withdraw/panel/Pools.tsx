"use client";

import { type Deployment, isBytes32, type Node } from "@azora/sdk";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Button } from "#components/ui/Button.tsx";
import { NodeTag } from "#components/ui/Tag.tsx";
import { useStrings } from "#strings/index.ts";
import { flowTransaction } from "#transactions/definitions/flow.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";
import { usePools } from "./usePools.ts";

interface PoolsProps {
  deployment: Deployment;
  wallet: Connected;
  /** Identities that are linked to the account, and whose link is in effect. */
  identities: readonly string[];
}

/** What waits in the pools of linked identities, for the account to bring it in. */
export function Pools({ deployment, wallet, identities }: PoolsProps): ReactNode {
  const t = useStrings().withdraw.pools;
  const pools = usePools(identities);
  if (pools.size === 0) return null;
  return (
    <section className="border-t pt-4">
      <h3 className="font-medium text-sm">{t.title}</h3>
      <p className="mt-0.5 text-muted text-sm">{t.text}</p>
      <ul className="mt-3 flex flex-col gap-3">
        {[...pools].map(
          ([node, wei]) =>
            isBytes32(node) && (
              <Pool key={node} deployment={deployment} wallet={wallet} node={node} wei={wei} />
            ),
        )}
      </ul>
    </section>
  );
}

interface PoolProps extends Omit<PoolsProps, "identities"> {
  node: Node;
  wei: bigint;
}

function Pool({ deployment, wallet, node, wei }: PoolProps): ReactNode {
  const strings = useStrings();
  const run = useTransaction(wallet, "flow", node);
  const flow = () => void run.run(flowTransaction(deployment, node, strings));
  if (wei === 0n && run.state.step === "idle") return null;
  return (
    <li className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="flex flex-wrap items-center gap-x-3">
          <NodeTag node={node} />
          <Amount wei={wei} className="font-medium" />
        </span>
        <Button size="small" disabled={wei === 0n || isBlocked(run.state)} onClick={flow}>
          {strings.withdraw.pools.action}
        </Button>
      </div>
      <TransactionStatus run={run} onRetry={flow} />
    </li>
  );
}
