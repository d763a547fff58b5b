"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { Address } from "viem";
import { Button } from "#components/ui/Button.tsx";
import { Input } from "#components/ui/Field.tsx";
import type { Record } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import type { Strings } from "#strings/index.ts";
import { loadStrings } from "#strings/load.ts";

interface VerifyPanelProps {
  record: Record;
  words: Strings["ledger"]["verify"];
}

type State =
  | { kind: "idle" | "unloaded" }
  | { kind: "running"; step: keyof Strings["ledger"]["verify"]["running"] }
  | { kind: "done"; verdict: ReactNode };

/** Checks a record against the chain through the reader's own node. What does the work is loaded when it is asked for. */
export function VerifyPanel({ record, words }: VerifyPanelProps): ReactNode {
  const { apiUrl, network, language } = useApp();
  const id = useId();
  const [rpcUrl, setRpcUrl] = useState(network?.rpcUrl ?? "");
  const [state, setState] = useState<State>({ kind: "idle" });
  const isRunning = state.kind === "running";

  const verify = async (event: FormEvent) => {
    event.preventDefault();
    if (network === null || isRunning) return;
    setState({ kind: "running", step: "code" });
    const loading = Promise.all([import("./verify/index.ts"), loadStrings(language)]);
    const [code] = await loading.catch(() => [undefined]);
    if (code === undefined) return setState({ kind: "unloaded" });
    const ledger = network.addresses.auditLedger as Address;
    const outcome = await code.verifyRecord(
      record,
      network.chainId,
      code.createSources({ rpcUrl, apiUrl, ledger }),
      (step) => setState({ kind: "running", step }),
    );
    setState({
      kind: "done",
      verdict: <code.Verdict outcome={outcome} record={record} network={network} />,
    });
  };

  if (network === null) return <p className="text-muted text-sm">{words.incomplete}</p>;
  return (
    <>
      <form onSubmit={verify} className="needs-script flex flex-wrap items-end gap-2">
        <div className="min-w-60 flex-1">
          <label htmlFor={id} className="mb-1.5 block font-medium text-sm">
            {words.rpc}
          </label>
          <Input
            id={id}
            type="url"
            required
            spellCheck={false}
            autoComplete="off"
            value={rpcUrl}
            onChange={(event) => setRpcUrl(event.target.value)}
            aria-describedby={`${id}-hint`}
            className="font-mono text-sm"
          />
        </div>
        <Button type="submit" variant="primary" busy={isRunning}>
          {state.kind === "done" ? words.again : words.button}
        </Button>
        <p id={`${id}-hint`} className="w-full text-faint text-xs">
          {words.rpcHint}
        </p>
      </form>
      <div role="status" className="mt-3 empty:absolute">
        {isRunning && (
          <p className="text-muted text-sm motion-safe:animate-pulse">{words.running[state.step]}…</p>
        )}
        {state.kind === "unloaded" && <p className="text-bad text-sm">{words.unloaded}</p>}
        {state.kind === "done" && state.verdict}
      </div>
    </>
  );
}
