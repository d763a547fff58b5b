import type { Metadata } from "next";
import { Reading } from "#components/shell/Reading.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { ConstitutionSkeleton } from "#features/constitution/ConstitutionSkeleton.tsx";
import { ConstitutionView } from "#features/constitution/ConstitutionView.tsx";
import { Contents } from "#features/constitution/Contents.tsx";
import { namesOf } from "#features/contributions/names.ts";
import { readConstitution, readContributions, readProtocol } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

/** What critics speak of is mostly among the latest works; others are called by their hash. */
const TITLES = 100;

const read = () => Promise.all([readProtocol(), readConstitution(), readContributions({ limit: TITLES })]);

export async function generateMetadata(): Promise<Metadata> {
  const { constitution } = await getStrings();
  return { title: constitution.title, description: constitution.lead };
}

export default async function ConstitutionPage() {
  const { constitution: t } = await getStrings();
  return (
    <>
      <PageHead title={t.title} lead={t.lead} aside={<Contents />} />
      <Reading read={read} skeleton={<ConstitutionSkeleton />}>
        {([{ protocol, block }, { constitution }, works]) => (
          <ConstitutionView
            protocol={protocol}
            constitution={constitution}
            titles={namesOf(undefined, works.items)}
            now={block.timestamp}
          />
        )}
      </Reading>
    </>
  );
}
