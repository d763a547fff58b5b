import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/Disclosure.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Ballot, Round } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

interface BallotsProps {
  round: Round;
  now: number;
  showRound: boolean;
}

/** Who sat on the panel, and what each did. */
export function Ballots({ round, now, showRound }: BallotsProps): ReactNode {
  const t = useStrings();
  const { score } = t.contribution;
  const columns: Column<Ballot>[] = [
    {
      key: "judge",
      header: score.column.judge,
      lead: true,
      cell: ({ validator }) => <AddressTag address={validator} />,
    },
    { key: "seat", header: score.column.seat, align: "end", cell: ({ seat }) => seat },
    {
      key: "committed",
      header: score.column.committed,
      align: "end",
      cell: ({ committedAt }) => (committedAt === null ? "–" : <Time at={committedAt} now={now} />),
    },
    {
      key: "level",
      header: score.column.level,
      align: "end",
      cell: ({ level, committedAt, leakedAt }) => {
        if (level !== null) return <span className="font-medium">{level}</span>;
        const word = committedAt === null ? score.silent : score.committed;
        return <span className="text-faint">{leakedAt === null ? word : score.leaked}</span>;
      },
    },
  ];
  return (
    <Disclosure summary={showRound ? `${score.table}, ${score.round(round.round)}` : score.table}>
      <Table
        caption={score.caption(round.round)}
        columns={columns}
        rows={round.ballots}
        rowKey={({ validator }) => validator}
      />
    </Disclosure>
  );
}
