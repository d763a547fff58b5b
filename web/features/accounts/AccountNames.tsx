import type { ReactNode } from "react";
import { EnsName } from "#components/ui/EnsName.tsx";
import { IdentityTag } from "#features/identities/IdentityTag.tsx";
import type { Account } from "#lib/api/types.ts";

/** How many of its identities an account is called by. */
const SHOWN = 3;

/** What an account is called beside its address: its name in ENS first, then the identities that are linked to it. */
export function AccountNames({ address, identities }: Pick<Account, "address" | "identities">): ReactNode {
  const linked = identities.filter(({ effective }) => effective).slice(0, SHOWN);
  return (
    <span className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink empty:hidden">
      <EnsName address={address} />
      {linked.map(({ node }) => (
        <IdentityTag key={node} node={node} />
      ))}
    </span>
  );
}
