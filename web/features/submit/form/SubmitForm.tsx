"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import type { Network } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useStrings } from "#strings/index.ts";
import { WalletGate } from "#wallet/gate/WalletGate.tsx";
import { useDeployment } from "#wallet/network.ts";
import { useWallet } from "#wallet/store.ts";
import { checkDraft, isFaultless, type Problems } from "../model/check.ts";
import { isUntouched } from "../model/draft.ts";
import { workOf } from "../model/work.ts";
import { ContributorsEditor } from "./ContributorsEditor.tsx";
import { CostPreview } from "./CostPreview.tsx";
import { FilesField } from "./FilesField.tsx";
import { Registration } from "./Registration.tsx";
import type { Section } from "./section.ts";
import { UpstreamEditor } from "./UpstreamEditor.tsx";
import { useCost } from "./useCost.ts";
import { useDraft } from "./useDraft.ts";
import { WorkFields } from "./WorkFields.tsx";

const NOTHING: Problems = { rows: new Map() };

interface SubmitFormProps {
  network: Network;
  /** The rule of the moment, in ppm; undefined if it is not known. */
  maxUpstream: number | undefined;
}

export function SubmitForm({ network, maxUpstream }: SubmitFormProps): ReactNode {
  const strings = useStrings();
  const t = strings.submit;
  const { words } = useApp();
  const deployment = useDeployment(network);
  const wallet = useWallet();
  const account = wallet.status === "connected" ? wallet.account : undefined;
  const { draft, change, clear, credit } = useDraft(network.chainId);
  const [hasTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLDivElement>(null);

  // When somebody connects, and when the form begins anew; not whenever the row is emptied.
  const isPristine = isUntouched(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that begins anew is `isPristine` again
  useEffect(() => {
    if (account !== undefined) credit(account);
  }, [isPristine, account, credit]);

  const problems = useMemo(
    () => checkDraft(draft, deployment, maxUpstream, strings),
    [draft, deployment, maxUpstream, strings],
  );
  const isGood = isFaultless(problems);
  const work = useMemo(
    () => (isGood && account !== undefined ? workOf(draft, deployment, account) : undefined),
    [isGood, draft, deployment, account],
  );
  const cost = useCost(deployment, account, work, isSending);

  const prepare = () => {
    setTried(true);
    if (!isGood) requestAnimationFrame(() => focusFirstProblem(form.current));
    return work;
  };
  const onRegistered = useCallback(() => {
    clear();
    setTried(false);
  }, [clear]);

  const section: Section = { draft, change, problems: hasTried ? problems : NOTHING };
  return (
    <div ref={form} className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <WorkFields {...section} />
        <FilesField {...section} />
        <ContributorsEditor {...section} account={account} />
        <UpstreamEditor {...section} problems={problems} maxUpstream={maxUpstream} />
      </div>
      <div className="flex flex-col gap-4 lg:sticky lg:top-20">
        <Card title={t.cost.heading}>
          <CostPreview cost={cost} />
        </Card>
        <div data-place="" className="flex flex-col gap-3">
          {hasTried && !isGood && (
            <p role="alert" className="text-bad text-sm">
              {t.send.incomplete}
            </p>
          )}
          <WalletGate reason={words.wallet.submit} localHint={words.wallet.submitLocal}>
            {(connected) => (
              <Registration
                key={connected.account}
                network={network}
                wallet={connected}
                work={work}
                prepare={prepare}
                onSending={setSending}
                onRegistered={onRegistered}
              />
            )}
          </WalletGate>
          <p className="text-faint text-xs">{t.send.explain}</p>
          {!isPristine && (
            <p className="flex items-center justify-between gap-3 text-faint text-xs">
              {t.send.kept}
              <Button size="small" variant="quiet" onClick={clear}>
                {t.send.clear}
              </Button>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

/** Takes whoever tried to send it to what is missing. */
function focusFirstProblem(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [aria-describedby="files-problem"]')?.focus();
}
