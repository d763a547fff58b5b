import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import type { Account } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

/** How often an account was drawn, and how often it did its duty. */
export function JudgeRecord({ judge }: { judge: NonNullable<Account["judge"]> }): ReactNode {
  const t = useStrings().accounts.judge;
  const figure = (value: number) => <span className="figure">{value}</span>;
  return (
    <Card title={t.title} aside={judge.seat === null ? t.noSeat : t.seat(judge.seat)}>
      <Facts
        facts={[
          { term: t.drawn, value: figure(judge.drawn) },
          { term: t.committed, value: figure(judge.committed) },
          { term: t.revealed, value: figure(judge.revealed) },
        ]}
      />
      <p className="mt-4 text-faint text-xs">{t.note}</p>
    </Card>
  );
}
