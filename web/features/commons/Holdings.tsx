import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import type { Commons } from "#lib/api/types.ts";
import { TokenTag } from "#lib/tokens/TokenTag.tsx";
import { useStrings } from "#strings/index.ts";
import { FundAmount } from "./FundAmount.tsx";
import { cameIn, type Flows } from "./fund.ts";

type Token = Commons["tokens"][number];

interface HoldingsProps {
  commons: Commons;
  flows: Flows;
}

/** What the fund has now of each token, and what it took in and gave in its life. */
export function Holdings({ commons, flows }: HoldingsProps): ReactNode {
  const t = useStrings().commons.holdings;
  const [, ether, ...others] = commons.tokens;
  const fees = BigInt(ether?.fees ?? 0) + BigInt(ether?.granted ?? 0);
  return (
    <Card title={t.title}>
      <Facts
        facts={[
          { term: t.azr, value: <Amount trim wei={commons.azr} /> },
          { term: t.ether, value: <Amount trim wei={commons.ether} unit="ETH" /> },
          { term: t.cameIn, value: <Amount trim wei={cameIn(flows)} /> },
          {
            term: t.paidOut,
            value: <Amount trim wei={flows.granted + flows.stipends} />,
            ...(fees > 0n && {
              note: (
                <>
                  {t.and} <Amount trim wei={fees} unit="ETH" />
                </>
              ),
            }),
          },
        ]}
      />
      {others.length > 0 && (
        <div className="-mx-4 sm:-mx-5 -mb-4 sm:-mb-5 mt-5 border-t pt-4">
          <h3 className="px-4 font-medium text-sm sm:px-5">{t.others}</h3>
          <p className="mt-1 mb-1 max-w-prose px-4 text-muted text-sm sm:px-5">{t.othersNote}</p>
          <Others tokens={others} />
        </div>
      )}
    </Card>
  );
}

function Others({ tokens }: { tokens: readonly Token[] }): ReactNode {
  const t = useStrings().commons.holdings;
  const columns: Column<Token>[] = [
    { key: "token", header: t.column.token, lead: true, cell: ({ token }) => <TokenTag address={token} /> },
    {
      key: "rewards",
      header: t.column.rewards,
      align: "end",
      cell: ({ token, rewards }) => <FundAmount token={token} amount={rewards} />,
    },
    {
      key: "granted",
      header: t.column.granted,
      align: "end",
      cell: ({ token, granted }) => <FundAmount token={token} amount={granted} />,
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={tokens} rowKey={({ token }) => token} />;
}
