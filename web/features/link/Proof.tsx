"use client";

import { CHALLENGE_NAMESPACE, type LinkWish, repositoryUrl } from "@azora/sdk/claims";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Field, Input, Textarea } from "#components/ui/Field.tsx";
import { saveFile } from "#lib/browser/saveFile.ts";
import { useStrings } from "#strings/index.ts";
import { fundingFileFor, type Typed } from "./model.ts";

interface ProofProps {
  chainId: number;
  wish: LinkWish;
  challenge: string;
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
}

const FILE = "azora-link.txt";

/** What shows that the name is one's own: a file in the project's repository, or a signature by the key of the commits. */
export function Proof({ chainId, wish, challenge, typed, onType }: ProofProps): ReactNode {
  const t = useStrings().link.proof;
  const url = repositoryUrl(wish.identity);
  if (url !== undefined) {
    return (
      <Step text={t.funding(url)}>
        <Code text={fundingFileFor(chainId, wish.account)} />
      </Step>
    );
  }
  return (
    <>
      <Step text={t.challenge}>
        <Code text={challenge} />
        <Button size="small" className="mt-2" onClick={() => saveFile(FILE, challenge)}>
          {t.save}
        </Button>
      </Step>
      <Step text={t.ssh}>
        <Code text={`ssh-keygen -Y sign -n ${CHALLENGE_NAMESPACE} -f ~/.ssh/id_ed25519 ${FILE}`} />
      </Step>
      <Step text={t.gpg}>
        <Code text={`gpg --armor --detach-sign ${FILE}\ngpg --armor --export you@example.org > key.asc`} />
      </Step>
      <div className="grid gap-4">
        <Armour label={t.signature} value={typed.signature} onType={(signature) => onType({ signature })} />
        <Armour
          optional
          label={t.publicKey}
          value={typed.publicKey}
          onType={(publicKey) => onType({ publicKey })}
        />
        <Field label={t.repository} hint={t.repositoryHint}>
          {(control) => (
            <Input
              {...control}
              value={typed.repository}
              placeholder="https://host/owner/name"
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onType({ repository: target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

interface ArmourProps {
  label: string;
  value: string;
  optional?: boolean;
  onType: (text: string) => void;
}

function Armour({ label, value, optional = false, onType }: ArmourProps): ReactNode {
  return (
    <Field label={label} optional={optional}>
      {(control) => (
        <Textarea
          {...control}
          rows={4}
          value={value}
          spellCheck={false}
          className="font-mono text-xs"
          onChange={({ target }) => onType(target.value)}
        />
      )}
    </Field>
  );
}

function Step({ text, children }: { text: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <p className="mb-2 max-w-prose text-sm">{text}</p>
      {children}
    </div>
  );
}

function Code({ text }: { text: string }): ReactNode {
  return (
    <div className="flex items-start gap-2 rounded-control bg-sunken p-3">
      <pre className="min-w-0 flex-1 whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
        {text}
      </pre>
      <CopyButton text={text} />
    </div>
  );
}
