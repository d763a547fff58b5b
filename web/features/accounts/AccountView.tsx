import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Avatar } from "#components/ui/Avatar.tsx";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { type Fact, Facts } from "#components/ui/Facts.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Time } from "#components/ui/Time.tsx";
import { IdentityTag } from "#features/identities/IdentityTag.tsx";
import { Payments } from "#features/people/Payments.tsx";
import { WorksOf } from "#features/people/WorksOf.tsx";
import { WithdrawPanel } from "#features/withdraw/WithdrawPanel.tsx";
import type { Account } from "#lib/api/types.ts";
import { accountNode } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";
import { AccountNames } from "./AccountNames.tsx";
import { IdentityList } from "./IdentityList.tsx";
import { JudgeRecord } from "./JudgeRecord.tsx";
import { Statement } from "./Statement.tsx";
import { WithdrawalTable } from "./WithdrawalTable.tsx";

/** Of how many linked identities the works are shown. */
const MAX_LINKED = 5;

interface AccountViewProps {
  account: Account;
  now: number;
}

/** What one account earned, holds and did. */
export function AccountView({ account, now }: AccountViewProps): ReactNode {
  const t = useStrings().accounts;
  const { address, received, withdrawals, registered, credited, identities, judge } = account;
  const linked = identities.filter(({ effective }) => effective).slice(0, MAX_LINKED);
  return (
    <>
      <Head account={account} now={now} />
      <WithdrawPanel account={account} now={now} />
      <div className="mt-4 grid gap-4">
        {(credited > 0 || linked.length === 0) && (
          <WorksOf title={t.worksCredited} none={t.worksNone} query={{ contributor: accountNode(address) }} />
        )}
        {linked.map(({ node }) => (
          <WorksOf
            key={node}
            title={
              <>
                {t.worksThrough} <IdentityTag node={node} />
              </>
            }
            query={{ contributor: node }}
          />
        ))}
        {registered > 0 && <WorksOf title={t.worksRegistered} query={{ registrant: address }} />}
        <Payments
          node={accountNode(address)}
          received={received}
          none={t.received.none}
          now={now}
          aside={<Statement address={address} />}
        />
        {withdrawals.length > 0 && (
          <Card title={t.withdrawals.title} flush>
            <WithdrawalTable withdrawals={withdrawals} now={now} />
          </Card>
        )}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <IdentityList identities={identities} now={now} />
          {judge && <JudgeRecord judge={judge} />}
        </div>
      </div>
    </>
  );
}

function Head({ account, now }: AccountViewProps): ReactNode {
  const t = useStrings().accounts;
  const { address, firstSeenAt, identities } = account;
  return (
    <>
      <PageHead
        kicker={t.kicker}
        title={
          <span className="flex items-center gap-3">
            <Avatar of={address.toLowerCase()} size={44} />
            <span className="min-w-0 break-all font-medium font-mono text-base tracking-tight sm:text-xl">
              {address}
            </span>
            <CopyButton text={address} />
          </span>
        }
        lead={
          <>
            <AccountNames address={address} identities={identities} />
            {firstSeenAt === null ? (
              t.neverSeen
            ) : (
              <>
                {t.since} <Time at={firstSeenAt} now={now} />
              </>
            )}
          </>
        }
      />
      <Card>
        <Facts facts={factsOf(account, t)} />
      </Card>
    </>
  );
}

function factsOf(account: Account, t: ReturnType<typeof useStrings>["accounts"]): Fact[] {
  const facts: Fact[] = [
    { term: t.owed, value: <Amount trim wei={account.owed} /> },
    { term: t.earned, value: <Amount trim wei={account.earned} />, note: t.earnedNote },
    { term: t.withdrawn, value: <Amount trim wei={account.withdrawn} /> },
    { term: t.balance, value: <Amount trim wei={account.azr} />, note: t.balanceNote },
  ];
  const bonds = account.ether.reduce((sum, { owed }) => sum + BigInt(owed), 0n);
  if (bonds > 0n)
    facts.push({ term: t.bonds, value: <Amount trim wei={bonds} unit="ETH" />, note: t.bondsNote });
  return facts;
}
