import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Badge, type Tone } from "#components/ui/Badge.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import type { Choice } from "./model.ts";

type Vote = ProposalDetail["votes"][number];

const TONES: Record<Choice, Tone> = { For: "good", Against: "bad", Abstain: "neutral" };

interface VoteTableProps {
  votes: readonly Vote[];
  now: number;
}

/** Who voted how, and why; those that weigh most first. */
export function VoteTable({ votes, now }: VoteTableProps): ReactNode {
  const t = useStrings().governance;
  const columns: Column<Vote>[] = [
    {
      key: "voter",
      header: t.votes.column.voter,
      lead: true,
      cell: ({ voter, reason }) => (
        <span className="flex flex-col gap-1">
          <AddressTag address={voter} />
          {reason !== "" && (
            <span className="max-w-prose whitespace-pre-line text-muted text-sm [overflow-wrap:anywhere]">
              {reason}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "choice",
      header: t.votes.column.choice,
      cell: ({ choice }) => <Badge tone={TONES[choice]}>{t.choice[choice]}</Badge>,
    },
    {
      key: "weight",
      header: t.votes.column.weight,
      align: "end",
      cell: ({ weight }) => <Amount trim wei={weight} unit="Voice" />,
    },
    {
      key: "when",
      header: t.votes.column.when,
      align: "end",
      cell: ({ castAt }) => <Time at={castAt} now={now} className="text-muted text-sm" />,
    },
  ];
  return <Table caption={t.votes.caption} columns={columns} rows={votes} rowKey={({ voter }) => voter} />;
}
