import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Identity } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

interface LinkStateProps {
  identity: Identity;
  now: number;
}

/** Whose an identity is, or is about to be. */
export function LinkState({ identity: { link, nonce }, now }: LinkStateProps): ReactNode {
  const t = useStrings().identities.link;
  return (
    <Card title={t.title}>
      {link === null ? (
        <p className="text-muted text-sm">{t.none}</p>
      ) : (
        <div className="flex flex-col items-start gap-3 text-sm">
          <AddressTag address={link.account} size={24} copy />
          <p className="text-muted">
            {link.effective ? t.effective : t.pending}{" "}
            {!link.effective && (
              <>
                {t.effectiveAt} <Time at={link.effectiveAt} now={now} />.
              </>
            )}
          </p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="text-faint text-xs">{t.attestors}</span>
            {link.attestors.map((attestor) => (
              <AddressTag key={attestor} address={attestor} />
            ))}
          </div>
        </div>
      )}
      {nonce > 0 && <p className="mt-3 text-faint text-xs">{t.vetoed(nonce)}</p>}
    </Card>
  );
}
