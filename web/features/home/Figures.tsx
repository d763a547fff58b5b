import type { ReactNode } from "react";
import { Link } from "#components/ui/Link.tsx";
import type { Protocol } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { useStrings } from "#strings/index.ts";
import { Emission } from "./Emission.tsx";
import { worksUnderWay } from "./figures.ts";
import { Ninety } from "./Ninety.tsx";

/** What the network has done so far, in six figures. */
export function Figures({ protocol }: { protocol: Protocol }): ReactNode {
  const t = useStrings().home;
  const { supply, contributions, phases, people, ledgerSize } = protocol;
  return (
    <section aria-labelledby="figures" className="grid gap-4 lg:grid-cols-2">
      <h2 id="figures" className="sr-only">
        {t.numbers}
      </h2>
      <Panel title={t.supply}>
        <Emission protocol={protocol} />
      </Panel>
      <Panel title={t.split}>
        <Ninety
          supply={BigInt(supply)}
          commons={BigInt(protocol.citadel.minted)}
          fund={protocol.citadel.azr}
        />
      </Panel>
      <div className="grid grid-cols-3 gap-2 sm:gap-4 lg:col-span-2">
        <Count
          href="/contributions"
          title={t.works}
          count={contributions}
          note={t.worksNote(phases.Settled ?? 0, worksUnderWay(phases))}
        />
        <Count href="/people" title={t.people} count={people} note={t.peopleNote} />
        <Count href="/ledger" title={t.decisions} count={ledgerSize} note={t.decisionsNote} />
      </div>
    </section>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className="rounded-card border bg-surface p-5 shadow-card">
      <h3 className="mb-2 text-muted text-sm">{title}</h3>
      {children}
    </div>
  );
}

interface CountProps {
  href: string;
  title: string;
  count: number;
  note: string;
}

function Count({ href, title, count, note }: CountProps): ReactNode {
  return (
    <Link
      href={href}
      className="rounded-card border bg-surface p-3 shadow-card transition-colors hover:border-edge sm:p-5"
    >
      <h3 className="text-muted text-xs sm:text-sm">{title}</h3>
      <p className="figure mt-1 font-semibold text-2xl tracking-tight">{group(count)}</p>
      <p className="mt-1 text-faint text-xs max-sm:hidden">{note}</p>
    </Link>
  );
}
