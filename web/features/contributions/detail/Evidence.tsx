import type { FilesManifest, GitRangeManifest, Manifest } from "@azora/sdk/manifest";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { evidenceUrl } from "#lib/api/evidence.ts";
import type { ContributionDetail } from "#lib/api/types.ts";
import { readApiUrls } from "#lib/config.ts";
import { useStrings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";
import { FaultList } from "../FaultList.tsx";
import { type Evidence as Found, readEvidence } from "../readEvidence.ts";
import { Commits } from "./Commits.tsx";
import { Files } from "./Files.tsx";

/** What was registered, as its manifest has it; of a manifest of another registration, only how it differs. */
export async function Evidence({ work }: { work: ContributionDetail }): Promise<ReactNode> {
  const hash = work.evidenceHash;
  const [strings, evidence] = await Promise.all([getStrings(), readEvidence(work)]);
  const t = strings.contribution.evidence;
  return (
    <Card
      title={t.title}
      aside={
        evidence.kind !== "missing" && (
          <a href={evidenceUrl(readApiUrls().browser, hash)} className="hover:text-accent hover:underline">
            {t.download}
          </a>
        )
      }
    >
      <EvidenceView evidence={evidence} />
      <p className="mt-4 flex items-center gap-1 text-faint text-xs">
        <span className="shrink-0">{t.hash}</span>
        <code className="min-w-0 truncate font-mono">{hash}</code>
        <CopyButton text={hash} />
      </p>
    </Card>
  );
}

function EvidenceView({ evidence }: { evidence: Found }): ReactNode {
  const t = useStrings().contribution.evidence;
  switch (evidence.kind) {
    case "own":
      return <ManifestView manifest={evidence.manifest} />;
    case "foreign":
      return (
        <Notice tone="bad" title={t.foreign}>
          <p>{t.foreignNote}</p>
          <FaultList faults={evidence.faults} />
        </Notice>
      );
    case "missing":
      return <p className="text-muted text-sm">{t.unavailable}</p>;
    case "malformed":
      return <p className="text-muted text-sm">{t.malformed}</p>;
  }
}

function ManifestView({ manifest }: { manifest: Manifest }): ReactNode {
  return manifest.kind === "git-range" ? <Range manifest={manifest} /> : <Folder manifest={manifest} />;
}

function Range({ manifest }: { manifest: GitRangeManifest }): ReactNode {
  const {
    language: { tag },
    contribution: { evidence: t },
  } = useStrings();
  const { repository, range, totals } = manifest;
  const parts = [
    t.commits(totals.commits),
    t.files(totals.files),
    t.lines(totals.added.toLocaleString(tag), totals.deleted.toLocaleString(tag)),
  ];
  return (
    <>
      <p className="text-sm">
        <span className="text-muted">{t.repository}</span>{" "}
        <Repository name={repository.name} remote={repository.remote} />
        <span className="mx-2 text-faint">·</span>
        <span className="text-muted">{t.range}</span>{" "}
        <code className="font-mono text-xs">
          {range.from?.slice(0, 8) ?? t.root}…{range.to.slice(0, 8)}
        </code>
      </p>
      <p className="mt-1 text-muted text-sm">{parts.join(", ")}</p>
      <Commits manifest={manifest} />
    </>
  );
}

function Folder({ manifest }: { manifest: FilesManifest }): ReactNode {
  const t = useStrings().contribution.evidence;
  return (
    <>
      <p className="text-muted text-sm">{t.files(manifest.files.length)}</p>
      <Files manifest={manifest} />
    </>
  );
}

/** The address comes from whoever wrote the manifest: it is a link only if it leads to the web. */
function Repository({ name, remote }: { name: string; remote: string | undefined }): ReactNode {
  if (!remote || !/^https?:\/\//.test(remote)) return <span className="font-medium">{name}</span>;
  return (
    <a href={remote} rel="noreferrer" className="font-medium hover:text-accent hover:underline">
      {name}
    </a>
  );
}
