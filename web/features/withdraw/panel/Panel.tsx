"use client";

import { readAddress } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import type { Account, Network } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { withdrawAzrTransaction } from "#transactions/definitions/withdrawAzr.ts";
import { WrongNetwork } from "#wallet/gate/WrongNetwork.tsx";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { hasToWithdraw } from "../model.ts";
import { Bonds } from "./Bonds.tsx";
import { Ether } from "./Ether.tsx";
import { Everything } from "./Everything.tsx";
import { everythingOf } from "./everythingOf.ts";
import { Payout } from "./Payout.tsx";
import { Pools } from "./Pools.tsx";
import { Recipient } from "./Recipient.tsx";
import { Tokens } from "./Tokens.tsx";

interface PanelProps {
  account: Account;
  network: Network;
  wallet: Connected;
  /** Seconds of the block that the page shows. */
  now: number;
}

/** All that the owner of an account can take out, a row for each: what it is, what it waits for, and the way to have it. */
export function Panel({ account, network, wallet, now }: PanelProps): ReactNode {
  const strings = useStrings();
  const t = strings.withdraw;
  const deployment = useDeployment(network);
  const [typed, setTyped] = useState("");
  const to = typed.trim() === "" ? wallet.account : readAddress(typed.trim());
  const recipient = to !== undefined && BigInt(to) !== 0n ? to : undefined;
  const linked = account.identities.filter(({ effective }) => effective).map(({ node }) => node);
  const what = { deployment, wallet, account, recipient };
  return (
    <Card title={t.title} aside={t.yours} className="mt-4">
      {wallet.isRightChain ? (
        <div className="flex flex-col gap-4">
          <ul className="divide-y empty:hidden">
            <Payout
              wallet={wallet}
              kind="withdrawAzr"
              subject={wallet.account}
              label={t.azr}
              amount={<Amount wei={account.owed} />}
              note={t.azrNote}
              isEmpty={account.owed === "0"}
              action={t.action("AZR")}
              variant="primary"
              transaction={
                recipient && withdrawAzrTransaction(deployment, wallet.account, recipient, strings)
              }
            />
            <Ether {...what} />
            <Tokens {...what} />
            <Bonds {...what} now={now} />
          </ul>
          {hasToWithdraw(account) ? (
            <Recipient
              typed={typed}
              isZero={to !== undefined && BigInt(to) === 0n}
              isBad={to === undefined}
              onType={setTyped}
            />
          ) : (
            <p className="text-muted text-sm">{t.nothing}</p>
          )}
          <Everything wallet={wallet} parts={recipient ? everythingOf(what, recipient, strings) : []} />
          <Pools deployment={deployment} wallet={wallet} identities={linked} />
        </div>
      ) : (
        <WrongNetwork />
      )}
    </Card>
  );
}
