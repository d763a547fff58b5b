import type { Metadata } from "next";
import { Notice } from "#components/ui/Notice.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Before } from "#features/submit/Before.tsx";
import { SubmitLoader } from "#features/submit/SubmitLoader.tsx";
import { ApiUnavailable } from "#lib/api/ApiUnavailable.ts";
import { readProtocol } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { submit } = await getStrings();
  return { title: submit.title, description: submit.intro };
}

export default async function SubmitPage() {
  const [t, maxUpstream] = await Promise.all([getStrings(), readMaxUpstream()]);
  return (
    <>
      <PageHead title={t.submit.title} lead={t.submit.intro} />
      <SubmitLoader
        maxUpstream={maxUpstream}
        noNetwork={<Notice tone="warning">{t.wallet.gate.noNetwork}</Notice>}
        fill={t.submit.fill}
      >
        <Before />
      </SubmitLoader>
    </>
  );
}

/** In ppm. The form works without it: the contracts hold to it anyway, and the trial says so before anything is sent. */
async function readMaxUpstream(): Promise<number | undefined> {
  try {
    const { protocol } = await readProtocol();
    const rule = protocol.rules.find(({ name }) => name === "MaxUpstream");
    return rule && Number(rule.value);
  } catch (error) {
    if (error instanceof ApiUnavailable) return undefined;
    throw error;
  }
}
