"use client";

import type { Deployment, ProposalContent } from "@azora/sdk";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useStrings } from "#strings/index.ts";
import { DeedList } from "../../DeedList.tsx";
import { bodyOf, titleOf } from "../../model.ts";
import { type Trial, useTrial } from "./useTrial.ts";

interface PreviewProps {
  deployment: Deployment;
  /** Undefined while something is missing. */
  content: ProposalContent | undefined;
  block: number;
}

/** The proposal as everybody will read it, decoded from the very bytes that would be sent, and tried out. */
export function Preview({ deployment, content, block }: PreviewProps): ReactNode {
  const t = useStrings().propose.preview;
  return (
    <Card title={t.heading}>
      {content === undefined ? (
        <p className="text-muted text-sm">{t.incomplete}</p>
      ) : (
        <Whole deployment={deployment} content={content} block={block} />
      )}
    </Card>
  );
}

interface WholeProps {
  deployment: Deployment;
  content: ProposalContent;
  block: number;
}

function Whole({ deployment, content, block }: WholeProps): ReactNode {
  const t = useStrings().governance;
  const trial = useTrial(deployment, content, block);
  const { targets, values, calldatas } = content;
  const calls = targets.map((target, place) => ({
    target,
    value: `${values[place] ?? 0n}`,
    calldata: calldatas[place] ?? "0x",
  }));
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="font-semibold text-lg [overflow-wrap:anywhere]">{titleOf(content)}</h3>
        <p className="mt-1 max-w-prose whitespace-pre-line text-sm [overflow-wrap:anywhere]">
          {bodyOf(content)}
        </p>
      </div>
      <div>
        <h3 className="mb-3 font-medium text-muted text-sm">{t.deeds.title}</h3>
        <DeedList calls={calls} addresses={deployment.addresses} />
      </div>
      <div role="status">
        <Verdict trial={trial} />
      </div>
    </div>
  );
}

function Verdict({ trial }: { trial: Trial | undefined }): ReactNode {
  const t = useStrings().propose.preview;
  if (trial === undefined) return <p className="text-muted text-sm">{t.trying}</p>;
  if (trial.result === "refused") {
    return (
      <Notice tone="warning" title={t.refused}>
        <p lang="en">{trial.sentence}</p>
        <p className="mt-1 text-muted">{t.refusedNote}</p>
      </Notice>
    );
  }
  return trial.result === "passes" ? (
    <Notice tone="good">{t.passes}</Notice>
  ) : (
    <Notice tone="warning">{t.untried}</Notice>
  );
}
