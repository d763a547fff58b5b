import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import type { Names } from "#features/contributions/names.ts";
import type { Commons, Protocol } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { Allowances } from "./Allowances.tsx";
import { FundFlow } from "./FundFlow.tsx";
import { FundHistory } from "./FundHistory.tsx";
import { cameIn, flowsOf } from "./fund.ts";
import { GrantTable } from "./GrantTable.tsx";
import { Holdings } from "./Holdings.tsx";
import type { FundSeries } from "./readFundSeries.ts";
import { StipendTable } from "./StipendTable.tsx";

interface CommonsViewProps {
  protocol: Protocol;
  commons: Commons;
  series: FundSeries;
  titles: Names;
  now: number;
}

/** What the fund has, where it came from and went, what it may still spend, and on whom it was spent. */
export function CommonsView({ protocol, commons, series, titles, now }: CommonsViewProps): ReactNode {
  const t = useStrings().commons;
  const flows = flowsOf(protocol, commons);
  return (
    <div className="grid gap-4">
      <Holdings commons={commons} flows={flows} />
      {cameIn(flows) > 0n && <FundFlow flows={flows} />}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <FundHistory series={series} now={now} />
        <Allowances commons={commons} protocol={protocol} now={now} />
      </div>
      <GrantTable grants={commons.grants} now={now} />
      <StipendTable stipends={commons.stipends} titles={titles} now={now} />
      <Card title={t.rules.title}>
        <ul className="grid max-w-prose list-disc gap-1.5 pl-5 text-muted text-sm">
          {t.rules.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <Link href="/governance" className="text-accent hover:underline">
            {t.rules.governance}
          </Link>
          <Link href="/constitution#article-15" className="text-accent hover:underline">
            {t.rules.constitution}
          </Link>
        </p>
      </Card>
    </div>
  );
}
