import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import { HashTag } from "#components/ui/HashTag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Names } from "#features/contributions/names.ts";
import { Decided } from "#features/governance/Decided.tsx";
import type { Constitution, Protocol } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { AmendmentTable } from "./AmendmentTable.tsx";
import { Articles } from "./Articles.tsx";
import { CriticTable } from "./CriticTable.tsx";
import { CritiqueTable } from "./CritiqueTable.tsx";
import { FlagTable } from "./FlagTable.tsx";
import { RuleTables } from "./RuleTables.tsx";

interface ConstitutionViewProps {
  protocol: Protocol;
  constitution: Constitution;
  titles: Names;
  now: number;
}

/** The articles, the rules with their past, and the critics with what they said. */
export function ConstitutionView({ protocol, constitution, titles, now }: ConstitutionViewProps): ReactNode {
  const t = useStrings().constitution;
  const { articles, amendments, critiques, flags } = constitution;
  return (
    <div className="grid gap-4">
      <Summary protocol={protocol} constitution={constitution} now={now} />
      <Part id="articles" title={t.articles.title} lead={t.articles.lead}>
        <Articles hash={protocol.articlesHash} texts={articles} now={now} />
      </Part>
      <Part id="rules" title={t.rules.title} lead={t.rules.lead}>
        <RuleTables rules={protocol.rules} amendments={amendments} />
        <AmendmentTable amendments={amendments} now={now} />
      </Part>
      <Part id="critics" title={t.critics.title} lead={t.critics.lead}>
        <CriticTable critics={protocol.critics} now={now} />
        <FlagTable flags={flags} titles={titles} now={now} />
        {critiques.length > 0 && <CritiqueTable critiques={critiques} titles={titles} now={now} />}
      </Part>
    </div>
  );
}

function Summary({ protocol, constitution, now }: Omit<ConstitutionViewProps, "titles">): ReactNode {
  const t = useStrings().constitution.facts;
  const [text] = constitution.articles;
  return (
    <Card>
      <Facts
        facts={[
          { term: t.articles, value: <HashTag hash={protocol.articlesHash} />, note: t.articlesNote },
          ...(text
            ? [
                {
                  term: t.since,
                  value: <Time at={text.since} now={now} />,
                  note: <Decided record={text.record} proposal={text.proposal} />,
                },
              ]
            : []),
          { term: t.rules, value: t.version(protocol.rulesVersion), note: t.rulesNote },
          { term: t.critics, value: <span className="figure">{protocol.critics.length}</span> },
        ]}
      />
    </Card>
  );
}

interface PartProps {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}

/** One of the three things that the page is about, to which its table of contents leads. */
function Part({ id, title, lead, children }: PartProps): ReactNode {
  return (
    <section aria-labelledby={id} className="mt-6 grid gap-4">
      <div>
        <h2 id={id} className="scroll-mt-20 font-semibold text-xl">
          {title}
        </h2>
        <p className="mt-1 max-w-prose text-muted">{lead}</p>
      </div>
      {children}
    </section>
  );
}
