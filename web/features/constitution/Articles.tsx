import { articles, articlesHash } from "@azora/sdk/articles";
import { CheckCircledIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { HashTag } from "#components/ui/HashTag.tsx";
import { Summary } from "#components/ui/Summary.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Decided } from "#features/governance/Decided.tsx";
import type { Constitution } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

type Article = (typeof articles)[number];
type Text = Constitution["articles"][number];

interface ArticlesProps {
  /** Of the text in force. */
  hash: string;
  /** All texts so far. */
  texts: readonly Text[];
  now: number;
}

/** The articles, if the text that is known here is the one in force, and what texts there were. */
export function Articles({ hash, texts, now }: ArticlesProps): ReactNode {
  const t = useStrings().constitution.articles;
  return (
    <>
      {hash === articlesHash ? (
        <Card>
          <p className="mb-2 flex items-center gap-2 text-good text-sm">
            <CheckCircledIcon aria-hidden="true" className="shrink-0" />
            {t.matches}
          </p>
          <ol className="divide-y">
            {articles.map((article) => (
              <li
                key={article.title}
                id={`article-${numberOf(article)}`}
                className="scroll-mt-16 py-5 last:pb-0"
              >
                <Provision article={article} />
              </li>
            ))}
          </ol>
        </Card>
      ) : (
        <Card>
          <EmptyState title={t.other.title}>{t.other.text}</EmptyState>
        </Card>
      )}
      {texts.length > 1 && (
        <Card title={t.history} level={3} flush>
          <TextTable texts={texts} now={now} />
        </Card>
      )}
    </>
  );
}

const numberOf = ({ title }: Article): string => title.slice(0, title.indexOf("."));
const nameOf = ({ title }: Article): string => title.slice(title.indexOf(" ") + 1);

function Provision({ article }: { article: Article }): ReactNode {
  const t = useStrings().constitution.articles;
  const { text, enforcedBy, provenBy } = article;
  return (
    <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <h3 className="font-semibold">
          <span className="figure mr-1.5 font-normal text-faint">{numberOf(article)}</span>
          {nameOf(article)}
        </h3>
        <p className="mt-1 max-w-prose">{text}</p>
      </div>
      <div className="min-w-0 text-sm">
        <p className="text-muted">{t.enforced}</p>
        <p className="mt-1.5 flex flex-wrap gap-1.5">
          {enforcedBy.map((name) => (
            <code key={name} className="rounded bg-accent-soft px-1.5 py-0.5 font-mono text-accent text-xs">
              {name}
            </code>
          ))}
        </p>
        <details className="group mt-2.5">
          <Summary>{t.proven(provenBy.length)}</Summary>
          <ul className="mt-1.5 grid gap-1.5">
            {provenBy.map((name) => (
              <li key={name}>
                <code className="font-mono text-muted text-xs [overflow-wrap:anywhere]">{name}</code>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}

function TextTable({ texts, now }: { texts: readonly Text[]; now: number }): ReactNode {
  const t = useStrings().constitution.articles;
  const columns: Column<Text>[] = [
    { key: "hash", header: t.column.hash, lead: true, cell: ({ hash }) => <HashTag hash={hash} /> },
    {
      key: "reason",
      header: t.column.reason,
      cell: ({ rationaleHash }) => (rationaleHash === null ? t.first : <HashTag hash={rationaleHash} />),
    },
    {
      key: "how",
      header: t.column.how,
      cell: ({ record, proposal }) => <Decided record={record} proposal={proposal} />,
    },
    {
      key: "since",
      header: t.column.since,
      align: "end",
      cell: ({ since }) => <Time at={since} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <Table caption={t.caption} columns={columns} rows={texts} rowKey={({ tx, hash }) => `${tx} ${hash}`} />
  );
}
