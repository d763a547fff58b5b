import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Protocol } from "#lib/api/types.ts";
import { duration } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";

interface PresentEpochProps {
  protocol: Protocol;
  now: number;
}

/** Which epoch it is, and how long it still goes. */
export function PresentEpoch({ protocol, now }: PresentEpochProps): ReactNode {
  const t = useStrings().epochs;
  const { epoch, epochLength, genesisTime } = protocol;
  return (
    <Card className="mb-4">
      <Facts
        facts={[
          { term: t.presentEpoch, value: <span className="figure">{epoch}</span> },
          { term: t.presentEnds, value: <Time at={genesisTime + (epoch + 1) * epochLength} now={now} /> },
          { term: t.length, value: duration(epochLength) },
        ]}
      />
    </Card>
  );
}
