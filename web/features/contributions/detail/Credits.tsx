import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import { AddressTag, NodeTag } from "#components/ui/Tag.tsx";
import type { ContributionDetail, Share } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";
import { contributorsPart, formatWeight, WHOLE } from "../money.ts";
import { readNames } from "../readNames.ts";

/** Who made it, and in which shares. */
export async function Credits({ work }: { work: ContributionDetail }): Promise<ReactNode> {
  const [strings, names] = await Promise.all([getStrings(), readNames(work)]);
  const t = strings.contribution.credits;
  const shares = work.contributors.toSorted((a, b) => b.weight - a.weight);
  const hasUpstream = work.upstream.length > 0;
  return (
    <Card title={t.title}>
      <ul className="flex flex-col gap-3">
        {shares.map((share) => (
          <ShareRow key={share.node} share={share} name={names.get(share.node)} />
        ))}
      </ul>
      {hasUpstream && (
        <p className="mt-4 text-faint text-xs">{t.note(formatWeight(contributorsPart(work.upstream)))}</p>
      )}
    </Card>
  );
}

function ShareRow({ share, name }: { share: Share; name: string | undefined }): ReactNode {
  const t = useStrings().contribution.credits;
  return (
    <li className="text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <NodeTag node={share.node} name={name} />
          {share.kind === "Identity" && share.account !== null && (
            <span className="text-faint text-xs">
              {t.linked} <AddressTag address={share.account} size={16} />
            </span>
          )}
        </span>
        <span className="figure font-medium">{formatWeight(share.weight)}</span>
      </div>
      <Meter part={share.weight / WHOLE} />
    </li>
  );
}
