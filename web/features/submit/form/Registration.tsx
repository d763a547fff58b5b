"use client";

import { createApi } from "@azora/sdk/api";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { Network } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { type Strings, useStrings } from "#strings/index.ts";
import { registerTransaction } from "#transactions/definitions/register.ts";
import { isBlocked, isOnChain } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { type UploadTrouble, uploadManifest } from "../model/upload.ts";
import { isRegistered, type Work } from "../model/work.ts";

interface RegistrationProps {
  network: Network;
  wallet: Connected;
  /** The form as it stands, as a work; undefined if something is wrong with it. */
  work: Work | undefined;
  /** The form as a work, if nothing is wrong with it; else shows what is. */
  prepare: () => Work | undefined;
  onSending: (isSending: boolean) => void;
  /** What the form holds is on the chain: it has done its work. */
  onRegistered: () => void;
}

/** Hands the evidence in and registers the work, in this order: if the first fails, nothing is sent. */
export function Registration(props: RegistrationProps): ReactNode {
  const { network, wallet, work, prepare, onSending, onRegistered } = props;
  const strings = useStrings();
  const t = strings.submit.send;
  const { apiUrl } = useApp();
  const router = useRouter();
  const deployment = useDeployment(network);
  const run = useTransaction(wallet, "register", "");
  const [upload, setUpload] = useState<"none" | "running" | UploadTrouble>("none");

  const { state, heading } = run;
  // A form that was edited while its transaction waited is another work: it is kept, and nobody is led away from it.
  const isDone = isOnChain(state) && isRegistered(work, heading);
  const [isHandedOver, setHandedOver] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    setHandedOver(true);
    onRegistered();
  }, [isDone, onRegistered]);

  const target = isHandedOver && state.step === "indexed" ? heading?.record.href : undefined;
  useEffect(() => {
    if (target !== undefined) router.push(target);
  }, [target, router]);

  const send = async () => {
    const ready = prepare();
    if (ready === undefined) return;
    run.dismiss();
    setHandedOver(false);
    setUpload("running");
    const trouble = await uploadManifest(createApi(apiUrl), ready);
    setUpload(trouble ?? "none");
    if (trouble === undefined) await run.run(registerTransaction(deployment, ready, strings));
  };

  const isSending = upload === "running" || isBlocked(state);
  useEffect(() => onSending(isSending), [isSending, onSending]);
  return (
    <div className="flex flex-col gap-3">
      <Button variant="primary" size="large" busy={isSending} onClick={() => void send()}>
        {t.action}
      </Button>
      <p role="status" className="text-sm empty:absolute">
        {upload === "running" && t.uploading}
        {target !== undefined && t.leading}
      </p>
      {typeof upload === "object" && (
        <Notice tone="bad" role="alert">
          {troubleIn(upload, t)}
        </Notice>
      )}
      <TransactionStatus run={run} onRetry={() => void send()} />
    </div>
  );
}

function troubleIn(trouble: UploadTrouble, t: Strings["submit"]["send"]): string {
  return trouble.why === "away" ? t.uploadAway : t.uploadRefused(trouble.reason);
}
