import { constants, model } from "@azora/sdk";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { useStrings } from "#strings/index.ts";

const LEVELS = Array.from({ length: constants.HistogramLib.LEVELS }, (_, level) => level);

/** The scale of docs/rubric.md, and what to ask oneself before choosing. */
export function Rubric(): ReactNode {
  const { judge, rubric } = useStrings();
  const t = judge.rubric;
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
      <ul aria-label={t.caption} className="-mx-4 sm:-mx-5 mt-4 divide-y border-t text-sm">
        {LEVELS.map((level) => (
          <li
            key={level}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[1.5rem_8rem_minmax(0,1fr)_auto] sm:px-5"
          >
            <span className="figure text-right font-semibold">{level}</span>
            <span className="font-medium">{rubric.word[level]}</span>
            <span className="col-span-2 col-start-2 row-start-2 text-pretty text-muted sm:col-span-1 sm:col-start-3 sm:row-start-1">
              {rubric.meaning[level]}
            </span>
            <span className="figure text-faint">
              {judge.vote.points(Number(model.points(BigInt(level))))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
