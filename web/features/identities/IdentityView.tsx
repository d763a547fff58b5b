import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Avatar } from "#components/ui/Avatar.tsx";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Time } from "#components/ui/Time.tsx";
import { Payments } from "#features/people/Payments.tsx";
import { WorksOf } from "#features/people/WorksOf.tsx";
import type { Identity } from "#lib/api/types.ts";
import { shortHex } from "#lib/format/hex.ts";
import { getStrings } from "#strings/server.ts";
import { Claim } from "./Claim.tsx";
import { LinkState } from "./LinkState.tsx";
import { readName } from "./readName.ts";

interface IdentityViewProps {
  identity: Identity;
  now: number;
}

/** Somebody who is credited by a name elsewhere: what waits for them, whose it is, how to claim it. */
export async function IdentityView({ identity, now }: IdentityViewProps): Promise<ReactNode> {
  const { node, firstSeenAt, credited, pool, received, link, nonce } = identity;
  const [{ identities: t }, name] = await Promise.all([getStrings(), readName(node)]);
  return (
    <>
      <PageHead
        kicker={t.kicker}
        title={
          <span className="flex items-center gap-3">
            <Avatar of={node} shape="square" size={44} />
            {name ?? shortHex(node)}
          </span>
        }
        lead={t.lead}
      />
      <p className="-mt-2 mb-6 flex items-center gap-1 text-faint text-xs">
        <code className="min-w-0 truncate font-mono">{node}</code>
        <CopyButton text={node} />
      </p>
      <Card>
        <Facts
          facts={[
            { term: t.pool, value: <Amount trim wei={pool.balance} /> },
            { term: t.received, value: <Amount trim wei={pool.received} /> },
            { term: t.credited, value: <span className="figure">{credited}</span> },
            { term: t.since, value: <Time at={firstSeenAt} now={now} /> },
          ]}
        />
      </Card>
      <div className="mt-4 grid gap-4">
        {(link !== null || nonce > 0) && <LinkState identity={identity} now={now} />}
        {!link?.effective && <Claim state={link === null && nonce === 0 ? t.link.none : undefined} />}
        <WorksOf title={t.works.title} none={t.works.none} query={{ contributor: node }} />
        <Payments node={node} received={received} none={t.paymentsNone} now={now} />
      </div>
    </>
  );
}
