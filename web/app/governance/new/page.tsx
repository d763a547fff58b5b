import { ChevronLeftIcon } from "@radix-ui/react-icons";
import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Possible } from "#features/governance/propose/Possible.tsx";
import { ProposeLoader, ProposeSkeleton } from "#features/governance/propose/ProposeLoader.tsx";
import { readProtocol } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { propose } = await getStrings();
  return { title: propose.title, description: propose.lead };
}

export default async function ProposePage() {
  const { propose: t } = await getStrings();
  return (
    <>
      <PageHead
        kicker={
          <Link href="/governance" className="inline-flex items-center gap-1 hover:text-ink hover:underline">
            <ChevronLeftIcon aria-hidden="true" />
            {t.back}
          </Link>
        }
        title={t.title}
        lead={t.lead}
      />
      <Reading read={readProtocol} skeleton={<ProposeSkeleton />}>
        {({ protocol, block }) => (
          <ProposeLoader
            rules={protocol.rules}
            block={block.number}
            noNetwork={<Notice tone="warning">{t.noNetwork}</Notice>}
            connect={t.connect}
            connectLocal={t.connectLocal}
          >
            <Possible />
          </ProposeLoader>
        )}
      </Reading>
    </>
  );
}
