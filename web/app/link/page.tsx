import type { Metadata } from "next";
import { Card } from "#components/ui/Card.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { LinkLoader } from "#features/link/LinkLoader.tsx";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { link } = await getStrings();
  return { title: link.title, description: link.lead };
}

export default async function LinkPage() {
  const t = (await getStrings()).link;
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <div className="grid gap-4">
        <LinkLoader />
        <Card title={t.how.title}>
          <dl className="grid gap-4 text-sm sm:grid-cols-2">
            {t.how.proofs.map(([what, proof]) => (
              <div key={what}>
                <dt className="font-medium">{what}</dt>
                <dd className="mt-1 text-muted">{proof}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4 max-w-prose text-muted text-sm">{t.how.note}</p>
        </Card>
      </div>
    </>
  );
}
