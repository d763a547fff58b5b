import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Disclosure } from "#components/ui/Disclosure.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import type { ContributionDetail, Settlement } from "#lib/api/types.ts";
import { formatAmount } from "#lib/format/amount.ts";
import { useStrings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";
import { divide } from "../money.ts";
import { readNames } from "../readNames.ts";
import { MoneyFlow } from "./MoneyFlow.tsx";
import { Payments } from "./Payments.tsx";

/** What was minted for it, how it was divided, and who got what to the wei. */
export function Money({ work }: { work: ContributionDetail }): ReactNode {
  const t = useStrings().contribution.money;
  const { settlement, pool } = work;
  const isOver = work.phase === "Rejected" || work.phase === "Void";
  return (
    <Card title={t.title} aside={settlement && <Formula settlement={settlement} />}>
      {settlement === null ? (
        <p className="text-muted text-sm">{isOver ? t.nothing : t.pending}</p>
      ) : (
        <Divided settlement={settlement} work={work} />
      )}
      {pool.received !== "0" && (
        <div className="-mx-4 sm:-mx-5 mt-4 border-t px-4 pt-4 sm:px-5">
          <Facts
            facts={[
              { term: t.received, value: <Amount trim wei={pool.received} /> },
              { term: t.pool, value: <Amount trim wei={pool.balance} />, note: t.poolNote },
            ]}
          />
        </div>
      )}
    </Card>
  );
}

function Formula({ settlement }: { settlement: Settlement }): ReactNode {
  const t = useStrings();
  const azr = (wei: string) => `${formatAmount(BigInt(wei)).trimmed} AZR`;
  return (
    <span className="figure">
      {t.contribution.money.formula(
        t.common.points(settlement.points),
        azr(settlement.rate),
        azr(settlement.amount),
      )}
    </span>
  );
}

interface DividedProps {
  settlement: Settlement;
  work: ContributionDetail;
}

async function Divided({ settlement, work }: DividedProps): Promise<ReactNode> {
  const [strings, names] = await Promise.all([getStrings(), readNames(work)]);
  const t = strings.contribution.money;
  const division = divide(settlement, work.flows);
  return (
    <>
      <MoneyFlow division={division} names={names} />
      <Disclosure summary={t.table}>
        <Payments division={division} names={names} />
      </Disclosure>
    </>
  );
}
