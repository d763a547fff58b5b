import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Proposal } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { quorumPart, titleOf } from "./model.ts";
import { StateBadge } from "./StateBadge.tsx";

interface ProposalTableProps {
  proposals: readonly Proposal[];
  now: number;
}

/** What was proposed, how far it is, and how the votes stand. */
export function ProposalTable({ proposals, now }: ProposalTableProps): ReactNode {
  const t = useStrings().governance;
  const votes = (key: string, header: string, of: (proposal: Proposal) => string): Column<Proposal> => ({
    ...{ key, header, align: "end", broad: key === "for" },
    cell: (proposal) => <Amount trim wei={of(proposal)} unit="Voice" />,
  });
  const columns: Column<Proposal>[] = [
    {
      key: "title",
      header: t.column.title,
      lead: true,
      cell: (proposal) => (
        <Link
          href={`/governance/${proposal.id}`}
          className="line-clamp-2 font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline"
        >
          {titleOf(proposal) || t.untitled}
        </Link>
      ),
    },
    { key: "state", header: t.column.state, cell: ({ state }) => <StateBadge state={state} /> },
    votes("for", t.choice.For, ({ votesFor }) => votesFor),
    votes("against", t.choice.Against, ({ votesAgainst }) => votesAgainst),
    votes("abstain", t.choice.Abstain, ({ votesAbstain }) => votesAbstain),
    {
      key: "quorum",
      header: t.column.quorum,
      align: "end",
      cell: (proposal) => (
        <span className="inline-flex w-24 flex-col items-stretch text-right max-md:w-full max-md:text-left">
          <span className="figure">{t.percent(Math.floor(quorumPart(proposal) * 100))}</span>
          <Meter part={quorumPart(proposal)} />
        </span>
      ),
    },
    {
      key: "ends",
      header: t.column.ends,
      align: "end",
      cell: ({ voteEnd }) => <Time at={voteEnd} now={now} className="text-muted text-sm" />,
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={proposals} rowKey={({ id }) => id} />;
}
