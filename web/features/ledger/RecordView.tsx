import { ChevronLeftIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Link } from "#components/ui/Link.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Network, Record } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { exactTime } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import { contractName, kindNumber } from "./leaf.ts";
import { Subject } from "./Subject.tsx";
import { VerifyPanel } from "./VerifyPanel.tsx";

interface RecordViewProps {
  record: Record;
  network: Network | undefined;
  now: number;
}

/** One decision: its leaf, field by field, and the way to prove that it stands on the ledger. */
export function RecordView({ record, network, now }: RecordViewProps): ReactNode {
  const t = useStrings().ledger;
  return (
    <>
      <PageHead
        kicker={
          <Link href="/ledger" className="inline-flex items-center gap-1 hover:text-ink hover:underline">
            <ChevronLeftIcon aria-hidden="true" />
            {t.record.back}
          </Link>
        }
        title={
          <>
            {t.kind[record.kind]}{" "}
            <span className="figure font-normal text-faint">{t.record.title(record.index)}</span>
          </>
        }
        lead={<Time at={record.timestamp} now={now} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t.verify.title}>
          <p className="mb-4 text-muted text-sm">{t.verify.text}</p>
          <VerifyPanel record={record} words={t.verify} />
          <noscript>
            <p className="text-sm">
              {t.verify.noScript} <code className="font-mono">npm run azora -- prove {record.index}</code>
            </p>
          </noscript>
        </Card>
        <Leaf record={record} network={network} />
      </div>
    </>
  );
}

function Leaf({ record, network }: Omit<RecordViewProps, "now">): ReactNode {
  const t = useStrings().ledger.record;
  const emitter = contractName(network, record.emitter);
  return (
    <Card title={t.fields}>
      <p className="-mt-1 mb-4 text-muted text-sm">{t.fieldsNote}</p>
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
        <Field term={t.index}>{record.index}</Field>
        <Field term={t.timestamp}>
          {record.timestamp} <span className="text-muted">{exactTime(record.timestamp)}</span>
        </Field>
        <Field term={t.emitter}>
          {emitter && <span className="mr-2 font-medium">{emitter}</span>}
          <Code text={record.emitter} />
        </Field>
        <Field term={t.kind}>
          {kindNumber(record.kind)} <span className="text-muted">{record.kind}</span>
        </Field>
        <Field term={t.subject}>
          <Subject record={record} copy />
        </Field>
        <Field term={t.actor}>
          <AddressTag address={record.actor} copy />
        </Field>
        <Field term={t.dataHash}>
          <Code text={record.dataHash} />
        </Field>
      </dl>
      <dl className="mt-4 grid gap-x-6 gap-y-3 border-t pt-4 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
        <Field term={t.block}>{group(record.block)}</Field>
        <Field term={t.transaction}>
          <Code text={record.tx} />
        </Field>
      </dl>
    </Card>
  );
}

function Field({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div className="contents">
      <dt className="text-muted max-sm:-mb-3">{term}</dt>
      <dd className="figure min-w-0">{children}</dd>
    </div>
  );
}

function Code({ text }: { text: string }): ReactNode {
  return (
    <span className="flex items-center gap-1">
      <code className="min-w-0 truncate font-mono text-xs">{text}</code>
      <CopyButton text={text} />
    </span>
  );
}
