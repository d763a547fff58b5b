"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { connectWallet, useWallet } from "../store.ts";

interface InvitationProps {
  /** What to know of it on a local chain. */
  hint?: string;
  children: ReactNode;
}

/** Asks readers to connect. It holds no wallet code, so it can stand in the first load of a page. */
export function Invitation({ hint, children }: InvitationProps): ReactNode {
  const { network, words } = useApp();
  const isLoading = useWallet().status === "loading";
  return (
    <div className="needs-script flex flex-wrap items-center justify-between gap-3 rounded-card border border-dashed px-4 py-3 text-muted text-sm sm:px-5">
      <p className="min-w-0 flex-1 basis-64">
        {children} {network?.local === true && hint}
      </p>
      <Button size="small" busy={isLoading} onClick={() => void connectWallet().catch(() => undefined)}>
        {isLoading ? words.wallet.connecting : words.wallet.connect}
      </Button>
    </div>
  );
}
