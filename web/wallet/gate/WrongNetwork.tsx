"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useStrings } from "#strings/index.ts";
import { loadStack } from "../store.ts";

/** The wallet is on another chain: what that means, and the way back. */
export function WrongNetwork(): ReactNode {
  const { wallet: t } = useStrings();
  const { network } = useApp();
  const [state, setState] = useState<"idle" | "switching" | "declined">("idle");
  const chain = t.chainName(network?.chainId ?? 0, network?.local ?? false);
  const change = async () => {
    setState("switching");
    const { switchChain } = await loadStack();
    await switchChain().then(
      () => setState("idle"),
      () => setState("declined"),
    );
  };
  return (
    <Notice tone="bad" role="alert" title={t.wrongNetwork.title}>
      <p>{t.wrongNetwork.text(chain)}</p>
      {state === "declined" && <p className="mt-1">{t.wrongNetwork.declined}</p>}
      <Button size="small" className="mt-2" busy={state === "switching"} onClick={() => void change()}>
        {state === "switching" ? t.wrongNetwork.switching : t.wrongNetwork.action(chain)}
      </Button>
    </Notice>
  );
}
