"use client";

import { formatBallots } from "@azora/sdk";
import { DownloadIcon, UploadIcon } from "@radix-ui/react-icons";
import { type ReactNode, useRef, useState } from "react";
import type { Address } from "viem";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import type { Network } from "#lib/api/types.ts";
import { saveFile } from "#lib/browser/saveFile.ts";
import { useStrings } from "#strings/index.ts";
import { useDeployment } from "#wallet/network.ts";
import { addBallots, useBallots } from "./ballots.ts";
import { BallotNotKeptError } from "./model/ballotBox.ts";

/** The secrets of sealed votes, out of this browser and into it. */
export function Backup({ network, account }: { network: Network; account: Address }): ReactNode {
  const t = useStrings().judge.backup;
  const deployment = useDeployment(network);
  const ballots = useBallots(network.chainId, account);
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const bringIn = async (file: File) => {
    try {
      setSaid(t.imported(addBallots(deployment, await file.text())));
    } catch (error) {
      setSaid(error instanceof BallotNotKeptError ? t.notKept : t.failed);
    }
  };
  return (
    <Card title={t.title}>
      <p className="text-muted text-sm">{t.text}</p>
      <p className="mt-2 text-sm">{ballots.length === 0 ? t.none : t.kept(ballots.length)}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          size="small"
          disabled={ballots.length === 0}
          onClick={() => saveFile(`azora-votes-${account}.json`, formatBallots(ballots))}
        >
          <DownloadIcon aria-hidden="true" />
          {t.export}
        </Button>
        <Button size="small" onClick={() => input.current?.click()}>
          <UploadIcon aria-hidden="true" />
          {t.import}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void bringIn(file);
            target.value = "";
          }}
        />
      </div>
      <p role="status" className="mt-2 text-sm empty:absolute">
        {said}
      </p>
    </Card>
  );
}
