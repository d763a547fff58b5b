"use client";

import { type ReactNode, useState } from "react";
import type { Address } from "viem";
import { Button } from "#components/ui/Button.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Sentence } from "#components/ui/Sentence.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { ours, type Said, saidOf } from "#lib/said.ts";
import { useStrings } from "#strings/index.ts";
import { connectFaucet, fund } from "../burner/faucet.ts";
import { forgetBurner, readBurnerKey } from "../burner/key.ts";
import { loadStack } from "../store.ts";

/** What only a burner account offers, with what has to be known of it. */
export function BurnerControls({ account }: { account: Address }): ReactNode {
  const t = useStrings().wallet.burner;
  const rpcUrl = useApp().network?.rpcUrl;
  const [open, setOpen] = useState<"key" | "forget">();
  const [said, setSaid] = useState<Said>();
  const topUp = async () => {
    if (!rpcUrl) return;
    const failure = await fund(connectFaucet(rpcUrl), account).then(() => undefined, saidOf);
    setSaid(failure ?? ours(t.funded));
  };
  return (
    <div className="flex flex-col gap-2 rounded-control border border-dashed p-3 text-sm">
      <p className="text-muted text-xs">{t.about}</p>
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          aria-expanded={open === "key"}
          onClick={() => setOpen(open === "key" ? undefined : "key")}
        >
          {open === "key" ? t.hide : t.export}
        </Button>
        <Button size="small" onClick={() => void topUp()}>
          {t.fund}
        </Button>
        <Button
          size="small"
          aria-expanded={open === "forget"}
          onClick={() => setOpen(open === "forget" ? undefined : "forget")}
        >
          {t.forget}
        </Button>
      </div>
      <p role="status" className="text-muted text-xs empty:absolute">
        {said && <Sentence said={said} />}
      </p>
      {open === "key" && <Key />}
      {open === "forget" && <Forget onKeep={() => setOpen(undefined)} />}
    </div>
  );
}

function Key(): ReactNode {
  const t = useStrings().wallet.burner;
  const key = readBurnerKey(localStorage) ?? "";
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-muted text-xs">{t.exported}</p>
      <p className="flex items-start gap-1 rounded-control bg-sunken p-2">
        <code className="min-w-0 break-all text-xs">{key}</code>
        <CopyButton text={key} label={t.copyKey} />
      </p>
    </div>
  );
}

function Forget({ onKeep }: { onKeep: () => void }): ReactNode {
  const t = useStrings().wallet.burner;
  const forget = async () => {
    const stack = await loadStack();
    await stack.disconnect();
    forgetBurner(localStorage);
  };
  return (
    <div className="flex flex-col gap-2">
      <p role="alert" className="text-bad">
        {t.forgetSure}
      </p>
      <div className="flex gap-1.5">
        <Button size="small" variant="danger" onClick={() => void forget()}>
          {t.forgetYes}
        </Button>
        <Button size="small" onClick={onKeep}>
          {t.forgetNo}
        </Button>
      </div>
    </div>
  );
}
