"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Account } from "#lib/api/types.ts";
import { useChainNow } from "#lib/browser/useChainNow.ts";
import { useStrings } from "#strings/index.ts";
import { unlockBondTransaction } from "#transactions/definitions/unlockBond.ts";
import type { Connected } from "#wallet/store.ts";
import { isLocked, type Stint } from "../model.ts";
import { Payout } from "./Payout.tsx";

interface BondsProps {
  deployment: Deployment;
  wallet: Connected;
  account: Account;
  /** Seconds of the block that the page shows. */
  now: number;
}

/** The bonds of the account's seats, each with the time from which it can be had. */
export function Bonds({ deployment, wallet, account, now }: BondsProps): ReactNode {
  const strings = useStrings();
  const t = strings.withdraw.bonds;
  const present = useChainNow(now);
  return account.judge?.stints.map((stint) => (
    <Payout
      key={stint.number}
      wallet={wallet}
      kind="unlockBond"
      subject={`${stint.number}`}
      label={stint.endedAt === null ? t.held : t.former}
      amount={<Amount wei={stint.bond} unit="ETH" />}
      note={<BondNote stint={stint} now={present} />}
      isEmpty={stint.bond === "0"}
      action={t.action}
      transaction={
        isLocked(stint, present)
          ? undefined
          : unlockBondTransaction(deployment, wallet.account, stint.number, strings)
      }
    />
  ));
}

function BondNote({ stint, now }: { stint: Stint; now: number }): ReactNode {
  const t = useStrings().withdraw.bonds;
  const { bond, deposited, unlocksAt } = stint;
  if (bond === "0") return t.unlocked;
  return (
    <>
      {bond !== deposited && (
        <>
          {t.left} <Amount trim wei={deposited} unit="ETH" />.{" "}
        </>
      )}
      {unlocksAt === null ? (
        t.heldNote
      ) : isLocked(stint, now) ? (
        <>
          {t.locked} <Time at={unlocksAt} now={now} />.
        </>
      ) : (
        t.ready
      )}
    </>
  );
}
