import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { readNetwork } from "#lib/api/read.ts";
import type { Network } from "#lib/api/types.ts";
import { readApiUrls } from "#lib/config.ts";
import type { Strings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";
import { Code } from "./Code.tsx";
import { Contracts } from "./Contracts.tsx";
import { Explore } from "./Explore.tsx";
import { Exports } from "./Exports.tsx";
import { snippetsFor, verifyCommands } from "./snippets.ts";

/** What there is to build on, and how to check it. */
export async function DevelopersView(): Promise<ReactNode> {
  const [{ developers: t }, network] = await Promise.all([getStrings(), readNetwork()]);
  const url = readApiUrls().browser;
  return (
    <div className="grid gap-4">
      <Explore url={url} t={t.explore} />
      {network === undefined ? (
        <Notice tone="warning">{t.noNetwork}</Notice>
      ) : (
        <>
          <Verify network={network} url={url} t={t.verify} />
          <Contracts network={network} t={t.contracts} />
          <Snippets network={network} url={url} t={t.snippets} />
        </>
      )}
      <Exports url={url} t={t.exports} />
      <Live url={url} t={t.live} />
    </div>
  );
}

type Words = Strings["developers"];

interface SectionProps<Name extends keyof Words> {
  network: Network;
  url: string;
  t: Words[Name];
}

function Verify({ network, url, t }: SectionProps<"verify">): ReactNode {
  const commands = verifyCommands(network, url);
  return (
    <Card title={t.title}>
      <p className="max-w-prose text-muted text-sm">{t.text}</p>
      <div className="mt-4 grid gap-4">
        {(["chain", "api"] as const).map((id) => (
          <div key={id}>
            <h3 className="mb-1.5 font-medium text-sm">{t[id]}</h3>
            <Code code={commands[id]} label={t[id]} name={`verify-${id}`} />
          </div>
        ))}
      </div>
      <p className="mt-4 text-muted text-sm">
        {t.more}{" "}
        <Link href="/ledger" className="text-accent underline underline-offset-4">
          {t.ledger}
        </Link>
        .
      </p>
    </Card>
  );
}

function Snippets({ network, url, t }: SectionProps<"snippets">): ReactNode {
  return (
    <Card title={t.title}>
      <p className="max-w-prose text-muted text-sm">{t.text}</p>
      <div className="mt-4 grid gap-6">
        {snippetsFor(network, url).map(({ id, language, code }) => (
          <div key={id} className="min-w-0">
            <h3 className="font-medium text-sm">{t.titles[id]}</h3>
            <p className="mb-1.5 text-muted text-sm">{t.notes[id]}</p>
            <Code code={code} label={t.copy(t.titles[id])} name={`${language}-${id}`} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function Live({ url, t }: Omit<SectionProps<"live">, "network">): ReactNode {
  return (
    <Card title={t.title}>
      <p className="max-w-prose text-muted text-sm">{t.text}</p>
      <dl className="mt-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        {t.topics.map(([topic, text]) => (
          <div key={topic} className="contents">
            <dt>
              <code className="font-mono text-xs">{topic}</code>
            </dt>
            <dd className="text-muted max-sm:mb-2">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm">
        <a
          href={new URL("/v1/events?topic=head", url).href}
          className="text-accent [overflow-wrap:anywhere] hover:underline"
        >
          {t.open}
        </a>
      </p>
    </Card>
  );
}
