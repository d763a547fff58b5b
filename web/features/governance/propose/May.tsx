"use client";

import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Badge } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useAccount } from "#lib/browser/useAccount.ts";
import { duration } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import type { Connected } from "#wallet/store.ts";
import type { Standing } from "./useStanding.ts";

interface MayProps {
  wallet: Connected;
  block: number;
  standing: Standing | undefined;
}

/** Whether an account may propose, and if not, what would change that: said before anything is written. */
export function May({ wallet, block, standing }: MayProps): ReactNode {
  const t = useStrings().propose.may;
  if (standing === undefined) return <Skeleton className="h-40" />;
  const { votes, threshold, delay, period } = standing;
  const may = votes >= threshold;
  return (
    <Card title={t.title} aside={<Badge tone={may ? "good" : "commons"}>{may ? t.yes : t.no}</Badge>}>
      <Facts
        facts={[
          { term: t.votes, value: <Amount trim wei={votes} unit="Voice" /> },
          { term: t.needs, value: <Amount trim wei={threshold} unit="Voice" /> },
          { term: t.delay, value: t.delayValue(duration(delay)) },
          { term: t.period, value: duration(period) },
        ]}
      />
      {!may && <Why wallet={wallet} block={block} threshold={threshold} />}
    </Card>
  );
}

interface WhyProps extends Omit<MayProps, "standing"> {
  threshold: bigint;
}

/** What keeps an account from proposing, and the way out of it. */
function Why({ wallet, block, threshold }: WhyProps): ReactNode {
  const t = useStrings().propose.may;
  const account = useAccount(wallet.account, block);
  if (account === undefined) return null;
  const { votes, delegate, units } = account.voice;
  const page = { href: `/accounts/${wallet.account}`, label: t.account };
  const way =
    BigInt(votes) >= threshold
      ? { text: t.soon }
      : delegate !== wallet.account
        ? { text: t.given, href: "/governance", label: t.takeBack }
        : { text: account.earned === units ? t.none : t.behind, ...page };
  return (
    <div className="mt-4">
      <Notice tone="warning">
        {way.text}{" "}
        {"href" in way && (
          <Link href={way.href} className="text-accent underline">
            {way.label}
          </Link>
        )}
      </Notice>
    </div>
  );
}
