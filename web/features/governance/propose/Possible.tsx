import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { useStrings } from "#strings/index.ts";
import { ACTION_KINDS } from "./model/draft.ts";

/** What a proposal can do, for those who have not begun one. */
export function Possible(): ReactNode {
  const t = useStrings().propose.actions;
  return (
    <Card title={t.possible}>
      <dl className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {ACTION_KINDS.map((kind) => (
          <div key={kind}>
            <dt className="font-medium">{t.kinds[kind]}</dt>
            <dd className="mt-0.5 text-muted">{t.notes[kind]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
