import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { CommonsSkeleton } from "#features/commons/CommonsSkeleton.tsx";
import { CommonsView } from "#features/commons/CommonsView.tsx";
import { readFundSeries } from "#features/commons/readFundSeries.ts";
import { namesOf } from "#features/contributions/names.ts";
import { readCommons, readContributions, readProtocol } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

/** The works that stipends were paid for are mostly among the latest; others are called by their hash. */
const TITLES = 100;

const read = () =>
  Promise.all([readProtocol(), readCommons(), readFundSeries(), readContributions({ limit: TITLES })]);

export async function generateMetadata(): Promise<Metadata> {
  const { commons } = await getStrings();
  return { title: commons.title, description: commons.lead };
}

export default async function CommonsPage() {
  const { commons: t } = await getStrings();
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        aside={<ButtonLink href="/governance">{t.toGovernance}</ButtonLink>}
      />
      <Reading read={read} skeleton={<CommonsSkeleton />}>
        {([{ protocol, block }, { commons }, series, works]) => (
          <CommonsView
            protocol={protocol}
            commons={commons}
            series={series}
            titles={namesOf(undefined, works.items)}
            now={block.timestamp}
          />
        )}
      </Reading>
    </>
  );
}
