"use client";

import { ExitIcon, IdCardIcon, ReaderIcon } from "@radix-ui/react-icons";
import { type ReactNode, useEffect, useState } from "react";
import { AccountName } from "#components/ui/AccountName.tsx";
import { Amount } from "#components/ui/Amount.tsx";
import { Avatar } from "#components/ui/Avatar.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Link } from "#components/ui/Link.tsx";
import { useStrings } from "#strings/index.ts";
import { YourTransactions } from "#transactions/sent/YourTransactions.tsx";
import { WrongNetwork } from "../gate/WrongNetwork.tsx";
import { type Connected, loadStack } from "../store.ts";
import { BurnerControls } from "./BurnerControls.tsx";

const ROW =
  "flex w-full items-center gap-2.5 rounded-control px-2 py-2 text-left text-sm text-ink no-underline hover:bg-sunken";

export function AccountPanel({ wallet }: { wallet: Connected }): ReactNode {
  const t = useStrings().wallet;
  const { account, name, isRightChain, isBurner } = wallet;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <Avatar of={account.toLowerCase()} size={36} />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1 font-mono text-sm">
            <AccountName address={account} />
            <CopyButton text={account} />
          </p>
          <p className="truncate text-muted text-xs">{t.through(name)}</p>
        </div>
      </div>
      {isRightChain ? <Balance account={account} /> : <WrongNetwork />}
      {isRightChain && <YourTransactions wallet={wallet} />}
      {isBurner && <BurnerControls account={account} />}
      <div className="-mx-2 border-t px-0 pt-2">
        <Link href={`/accounts/${account}`} className={ROW}>
          <IdCardIcon aria-hidden="true" className="text-faint" />
          {t.yourAccount}
        </Link>
        <Link href="/judge" className={ROW}>
          <ReaderIcon aria-hidden="true" className="text-faint" />
          {t.yourDuties}
        </Link>
        <button
          type="button"
          className={ROW}
          onClick={() => void loadStack().then((stack) => stack.disconnect())}
        >
          <ExitIcon aria-hidden="true" className="text-faint" />
          {t.disconnect}
        </button>
      </div>
    </div>
  );
}

/** In ETH, as the node says it now; nothing while it does not answer. */
function Balance({ account }: { account: Connected["account"] }): ReactNode {
  const t = useStrings().wallet;
  const [wei, setWei] = useState<bigint>();
  useEffect(() => {
    let isCurrent = true;
    loadStack()
      .then(({ client }) => client.getBalance({ address: account }))
      .then(
        (found) => isCurrent && setWei(found),
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [account]);
  return (
    <p className="flex items-baseline justify-between rounded-control bg-sunken px-3 py-2 text-sm">
      <span className="text-muted">{t.balance}</span>
      {wei === undefined ? <span className="text-faint">…</span> : <Amount wei={wei} unit="ETH" />}
    </p>
  );
}
