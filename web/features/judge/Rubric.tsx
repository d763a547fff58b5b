import { constants, model } from "@azora/sdk";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { useStrings } from "#strings/index.ts";

const LEVELS = Array.from({ length: constants.HistogramLib.LEVELS }, (_, level) => level);

/** The scale of docs/rubric.md, and what to ask oneself before choosing. */
export function Rubric(): ReactNode {
  const { judge, rubric } = useStrings();
  const t = judge.rubric;
  const columns: Column<number>[] = [
    {
      key: "level",
      header: t.level,
      align: "end",
      cell: (level) => <span className="figure font-semibold">{level}</span>,
    },
    {
      key: "word",
      header: t.word,
      cell: (level) => <span className="font-medium">{rubric.word[level]}</span>,
    },
    {
      key: "who",
      header: t.who,
      cell: (level) => <span className="text-muted">{rubric.meaning[level]}</span>,
    },
    {
      key: "points",
      header: t.points,
      align: "end",
      cell: (level) => <span className="figure">{model.points(BigInt(level)).toString()}</span>,
    },
  ];
  return (
    <Card title={t.title}>
      <p className="text-muted text-sm">{t.lead}</p>
      <h3 className="mt-4 font-medium text-sm">{t.howTo}</h3>
      <ol className="mt-1 list-decimal pl-5 text-muted text-sm">
        {t.questions.map((question) => (
          <li key={question} className="mt-1">
            {question}
          </li>
        ))}
      </ol>
      <div className="-mx-4 sm:-mx-5 mt-4 border-t text-sm">
        <Table caption={t.caption} columns={columns} rows={LEVELS} rowKey={(level) => level} />
      </div>
    </Card>
  );
}
