import type { ReactNode } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import { readHealth } from "#lib/api/health.ts";
import { readNetwork } from "#lib/api/read.ts";
import { readApiUrls } from "#lib/config.ts";
import type { Hearing } from "#lib/live/hearing.ts";
import { useStrings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";
import { ApiPart } from "./ApiPart.tsx";
import { IndexPart } from "./IndexPart.tsx";
import { apiStanding, indexStanding, overall, proofStanding, type Standing } from "./model.ts";
import { LOOKS, Part } from "./Part.tsx";
import { ProofPart } from "./ProofPart.tsx";
import { Refresher } from "./Refresher.tsx";
import { StreamPart } from "./StreamPart.tsx";

/** How the read side is now: all of it in a word, then part by part. */
export async function StatusView(): Promise<ReactNode> {
  const [{ status: t }, health, network] = await Promise.all([getStrings(), readHealth(), readNetwork()]);
  const url = readApiUrls().browser;
  const all = overall([indexStanding(health), proofStanding(health), apiStanding(health)]);
  const same = { health, url, t };
  return (
    <div className="grid gap-4">
      <Notice tone={LOOKS[all].notice} role="status" title={t.overall[all]}>
        <Refresher every={t.refresh.every} away={t.refresh.away} />
      </Notice>
      <IndexPart {...same} isLocal={network?.local === true} />
      <ProofPart {...same} network={network} />
      <ApiPart {...same} />
      <StreamPart
        looks={{
          unknown: <Stream hearing="unknown" />,
          streamed: <Stream hearing="streamed" />,
          asked: <Stream hearing="asked" />,
          away: <Stream hearing="away" />,
        }}
      />
    </div>
  );
}

const AS: Readonly<Record<Hearing, Standing>> = {
  unknown: "unknown",
  streamed: "well",
  asked: "late",
  away: "bad",
};

function Stream({ hearing }: { hearing: Hearing }): ReactNode {
  const { status: t } = useStrings();
  const standing = AS[hearing];
  return (
    <Part
      title={t.stream.title}
      standing={standing}
      word={t.standing[standing]}
      sentence={t.stream.state[hearing]}
    />
  );
}
