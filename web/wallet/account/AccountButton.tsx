"use client";

import { ChevronDownIcon } from "@radix-ui/react-icons";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { AccountName } from "#components/ui/AccountName.tsx";
import { Avatar } from "#components/ui/Avatar.tsx";
import { buttonClass } from "#components/ui/Button.tsx";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { useUnderWay } from "#transactions/sent/useUnderWay.ts";
import type { Connected } from "../store.ts";
import { AccountPanel } from "./AccountPanel.tsx";

const ID = "account";

/** The connected account in the header, and what can be done with it. */
export function AccountButton({ wallet }: { wallet: Connected }): ReactNode {
  const t = useStrings().wallet;
  const path = usePathname();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the path changes
  useEffect(() => {
    panel.current?.hidePopover();
  }, [path]);
  const { account, isRightChain, isBurner } = wallet;
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={ID}
        aria-expanded={isOpen}
        className={cx(buttonClass({ size: "small" }), "px-2! gap-2", !isRightChain && "border-bad text-bad")}
      >
        <Avatar of={account.toLowerCase()} size={18} />
        <span className="sr-only">{t.menu} </span>
        {isRightChain ? (
          <span className={cx("font-mono text-xs", isBurner && "hidden sm:inline")}>
            <AccountName address={account} />
          </span>
        ) : (
          t.wrongNetwork.title
        )}
        {isRightChain && isBurner && (
          <span className="rounded bg-commons-soft px-1.5 py-0.5 font-medium text-commons text-xs">
            {t.burner.badge}
          </span>
        )}
        {isRightChain && <UnderWay wallet={wallet} />}
        <ChevronDownIcon aria-hidden="true" className="text-faint" />
      </button>
      <div
        ref={panel}
        id={ID}
        popover="auto"
        onBeforeToggle={({ currentTarget }) => place(currentTarget, button.current)}
        onToggle={({ newState }) => setOpen(newState === "open")}
        className="inset-auto m-0 w-[min(20rem,calc(100vw-1rem))] max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-card border bg-raised p-4 text-ink shadow-float"
      >
        {isOpen && <AccountPanel wallet={wallet} />}
      </div>
    </>
  );
}

/** How many transactions are under way, where there are any. */
function UnderWay({ wallet }: { wallet: Connected }): ReactNode {
  const t = useStrings().transactions.list;
  const count = useUnderWay(wallet);
  if (count === 0) return null;
  return (
    <span className="inline-flex items-center gap-1 text-accent text-xs">
      <span aria-hidden="true" className="size-1.5 rounded-full bg-current motion-safe:animate-pulse" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t.underWay(count)}</span>
    </span>
  );
}

const GAP = 8;

/** Below its button, its right edge under the button's, or as far right as the window allows. */
function place(panel: HTMLElement, button: HTMLElement | null): void {
  if (button === null) return;
  const { bottom, right } = button.getBoundingClientRect();
  const fromRight = document.documentElement.clientWidth - right;
  panel.style.top = `${bottom + GAP}px`;
  panel.style.right = `${document.documentElement.clientWidth < 480 ? GAP : Math.max(GAP, fromRight)}px`;
}
