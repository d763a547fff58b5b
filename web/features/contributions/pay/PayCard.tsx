import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { PaidAmount } from "#lib/tokens/PaidAmount.tsx";
import { useStrings } from "#strings/index.ts";
import { payableOf } from "./model.ts";
import { PayLoader } from "./PayLoader.tsx";

interface PayCardProps {
  work: ContributionDetail;
  now: number;
}

/** Who has paid a work by hand, and the way to do so, once it was accepted. */
export function PayCard({ work, now }: PayCardProps): ReactNode {
  const { pay: t } = useStrings();
  const payable = payableOf(work);
  return (
    <Card title={t.title}>
      <p className="max-w-prose text-muted text-sm">{payable === "now" ? t.intro : t[payable]}</p>
      {work.rewards.length > 0 && <Rewards rewards={work.rewards} now={now} />}
      {payable === "now" && (
        <div className="mt-4">
          <PayLoader work={work} />
        </div>
      )}
    </Card>
  );
}

type Reward = ContributionDetail["rewards"][number];

function Rewards({ rewards, now }: { rewards: readonly Reward[]; now: number }): ReactNode {
  const { pay: t } = useStrings();
  const columns: Column<Reward>[] = [
    { key: "by", header: t.column.by, lead: true, cell: ({ payer }) => <AddressTag address={payer} /> },
    {
      key: "amount",
      header: t.column.amount,
      align: "end",
      broad: true,
      cell: ({ token, amount }) => <PaidAmount token={token} amount={amount} />,
    },
    {
      key: "when",
      header: t.column.when,
      align: "end",
      cell: ({ timestamp }) => <Time at={timestamp} now={now} className="text-muted text-sm" />,
    },
  ];
  return (
    <div className="-mx-4 sm:-mx-5 mt-3 border-y">
      <Table caption={t.caption} columns={columns} rows={rewards} rowKey={({ id }) => id} />
    </div>
  );
}
