import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { useStrings } from "#strings/index.ts";
import { partOf } from "./figures.ts";

interface NinetyProps {
  supply: bigint;
  /** The tenths of all settlements. */
  commons: bigint;
  /** What the fund holds now. */
  fund: string;
}

/** All that was ever minted, as it was divided. */
export function Ninety({ supply, commons, fund }: NinetyProps): ReactNode {
  const t = useStrings().home;
  const people = supply - commons;
  const width = supply === 0n ? 90 : partOf(people, supply) * 100;
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="h-9 w-full rounded-control"
      >
        <rect width={width - 0.35} height="4" className="fill-accent-fill" />
        <rect x={width + 0.35} width={100 - width} height="4" className="fill-commons-fill" />
      </svg>
      <dl className="mt-3 flex flex-wrap justify-between gap-x-6 gap-y-2">
        <div>
          <dd className="font-semibold text-xl tracking-tight">
            <Amount trim wei={people} />
          </dd>
          <dt className="text-accent text-sm">{t.toPeople}</dt>
        </div>
        <div className="sm:text-end">
          <dd className="font-semibold text-xl tracking-tight">
            <Amount trim wei={commons} />
          </dd>
          <dt className="text-commons text-sm">{t.toCommons}</dt>
        </div>
      </dl>
      <p className="mt-2 text-faint text-xs">
        {t.splitNote} {t.fund} <Amount trim wei={fund} />.
      </p>
    </>
  );
}
