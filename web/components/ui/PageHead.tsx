import type { ReactNode } from "react";

interface PageHeadProps {
  title: ReactNode;
  /** Above the title: what kind of thing it is, or the way back. */
  kicker?: ReactNode;
  lead?: ReactNode;
  /** Beside the title. */
  aside?: ReactNode;
}

export function PageHead({ title, kicker, lead, aside }: PageHeadProps): ReactNode {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0 max-w-3xl">
        {kicker && <div className="mb-1.5 text-muted text-sm">{kicker}</div>}
        <h1 className="font-semibold text-2xl leading-tight [overflow-wrap:anywhere] sm:text-3xl">{title}</h1>
        {lead && <p className="mt-2 text-muted">{lead}</p>}
      </div>
      {aside}
    </div>
  );
}
