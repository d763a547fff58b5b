import { ChevronLeftIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Link } from "#components/ui/Link.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Critiques } from "#features/contributions/detail/Critiques.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { ActCard } from "./act/ActCard.tsx";
import { Course } from "./Course.tsx";
import { Deeds } from "./Deeds.tsx";
import { bodyOf, numberOf, titleOf } from "./model.ts";
import { StateBadge } from "./StateBadge.tsx";
import { Tally } from "./Tally.tsx";
import { VoteTable } from "./VoteTable.tsx";

interface ProposalViewProps {
  proposal: ProposalDetail;
  now: number;
}

/** One proposal: why, what it would do, what critics say, how the votes stand, and what can be done about it now. */
export function ProposalView({ proposal, now }: ProposalViewProps): ReactNode {
  const t = useStrings().governance;
  const body = bodyOf(proposal);
  return (
    <article>
      <Head proposal={proposal} now={now} />
      <div className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="grid gap-4 lg:order-last">
          <Card title={t.course.title}>
            <Course proposal={proposal} now={now} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-4">
          <Card title={t.tally.title}>
            <Tally proposal={proposal} />
          </Card>
          <ActCard proposal={proposal} now={now} />
          {body !== "" && (
            <Card title={t.why}>
              <p className="max-w-prose whitespace-pre-line text-sm [overflow-wrap:anywhere]">{body}</p>
            </Card>
          )}
          <Deeds proposal={proposal} />
          <Critiques critiques={proposal.critiques} intro={t.critiques} now={now} />
          {proposal.votes.length > 0 && (
            <Card title={t.votes.title} flush>
              <VoteTable votes={proposal.votes} now={now} />
            </Card>
          )}
        </div>
      </div>
    </article>
  );
}

function Head({ proposal, now }: ProposalViewProps): ReactNode {
  const t = useStrings().governance;
  const number = numberOf(proposal);
  return (
    <>
      <PageHead
        kicker={
          <Link href="/governance" className="inline-flex items-center gap-1 hover:text-ink hover:underline">
            <ChevronLeftIcon aria-hidden="true" />
            {t.title}
          </Link>
        }
        title={titleOf(proposal) || t.untitled}
      />
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-sm">
        <StateBadge state={proposal.state} />
        <span className="flex flex-wrap items-center gap-x-2">
          {t.proposedBy} <AddressTag address={proposal.proposer} />{" "}
          <Time at={proposal.proposedAt} now={now} />
        </span>
        <span className="flex items-center gap-1" title={number}>
          {t.number} <span className="figure">{`${number.slice(0, 8)}…`}</span>
          <CopyButton text={number} label={t.copyNumber} />
        </span>
      </div>
    </>
  );
}
