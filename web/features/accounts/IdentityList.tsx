import type { ReactNode } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Time } from "#components/ui/Time.tsx";
import { IdentityTag } from "#features/identities/IdentityTag.tsx";
import type { Account } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

interface IdentityListProps {
  identities: Account["identities"];
  now: number;
}

/** Names at other places that belong to an account, or are about to. */
export function IdentityList({ identities, now }: IdentityListProps): ReactNode {
  const t = useStrings().accounts.identities;
  return (
    <Card
      title={t.title}
      className="only:col-span-full"
      aside={
        <Link href="/link" className="hover:text-ink hover:underline">
          {t.link}
        </Link>
      }
    >
      <p className="-mt-1 text-muted text-sm">{identities.length === 0 ? t.none : t.note}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {identities.map(({ node, effective, effectiveAt }) => (
          <li key={node} className="flex flex-wrap items-center justify-between gap-2">
            <IdentityTag node={node} />
            {effective ? (
              <Badge tone="good">{t.effective}</Badge>
            ) : (
              <span className="text-muted text-sm">
                {t.pending} <Time at={effectiveAt} now={now} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
