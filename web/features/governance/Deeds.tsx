import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { readNetwork } from "#lib/api/read.ts";
import type { ProposalDetail } from "#lib/api/types.ts";
import { getStrings } from "#strings/server.ts";
import { addressesOf } from "./addresses.ts";
import { DeedList } from "./DeedList.tsx";

/** What a proposal would do. */
export async function Deeds({ proposal }: { proposal: ProposalDetail }): Promise<ReactNode> {
  const [{ governance: t }, network] = await Promise.all([getStrings(), readNetwork()]);
  return (
    <Card title={t.deeds.title}>
      <DeedList calls={proposal.calls} addresses={network && addressesOf(network)} />
    </Card>
  );
}
