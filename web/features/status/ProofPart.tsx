import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { type Fact, Facts } from "#components/ui/Facts.tsx";
import { Code } from "#features/developers/Code.tsx";
import { verifyCommands } from "#features/developers/snippets.ts";
import type { Health } from "#lib/api/health.ts";
import type { Network } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { shortHex } from "#lib/format/hex.ts";
import type { Strings } from "#strings/index.ts";
import { faultOf, proofStanding } from "./model.ts";
import { Part } from "./Part.tsx";

interface ProofPartProps {
  health: Health;
  network: Network | undefined;
  url: string;
  t: Strings["status"];
}

/** How far the rows of the index were held against the chain's ledger, and what was found. */
export function ProofPart({ health, network, url, t }: ProofPartProps): ReactNode {
  const standing = proofStanding(health);
  const command = network && verifyCommands(network, url).api;
  return (
    <Part
      title={t.proof.title}
      standing={standing}
      word={t.standing[standing]}
      sentence={sentenceOf(health, t.proof)}
      machines={{ label: t.machines, url, paths: ["/health/ready", "/v1/protocol?fields=ledgerSize"] }}
    >
      <div className="mt-4">
        <Facts facts={factsOf(health, t)} />
      </div>
      {command !== undefined && (
        <>
          <p className="mt-4 mb-1.5 text-muted text-sm">{t.proof.yourself}</p>
          <Code code={command} label={t.proof.copyCommand} name="verify-api" />
        </>
      )}
    </Part>
  );
}

type Words = Strings["status"]["proof"];

function sentenceOf(health: Health, t: Words): string {
  const { index } = health;
  if (faultOf(health) !== undefined) return t.failed;
  if (index === undefined) return t.silent;
  const { proven, ledgerSize } = index;
  if (proven.state === "failed") return t.failed;
  if (proven.state === "unchecked") return t.unchecked;
  return proven.size >= ledgerSize
    ? t.whole(group(proven.size))
    : t.partly(group(proven.size), group(ledgerSize));
}

function factsOf(health: Health, { proof: t, index: i }: Strings["status"]): Fact[] {
  const { index, ready } = health;
  const records = (count: number) => <span className="figure">{t.records(group(count), count === 1)}</span>;
  const proven = index?.proven.state === "proven" ? index.proven : undefined;
  return [
    ...(proven === undefined
      ? []
      : [
          {
            term: t.verified,
            value: records(proven.size),
            note: (
              <>
                {t.at} {i.block(group(proven.block))}
              </>
            ),
          },
        ]),
    ...(index === undefined ? [] : [{ term: t.ledger, value: records(index.ledgerSize) }]),
    ...(ready === undefined
      ? []
      : [
          {
            term: t.findings,
            value: <span className="[overflow-wrap:anywhere]">{faultOf(health) ?? t.none}</span>,
          },
        ]),
    ...(proven === undefined
      ? []
      : [
          {
            term: t.root,
            value: (
              <span className="figure inline-flex items-center gap-1 whitespace-nowrap" title={proven.root}>
                {shortHex(proven.root)}
                <CopyButton text={proven.root} label={t.copyRoot} />
              </span>
            ),
          },
        ]),
  ];
}
