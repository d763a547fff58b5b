"use client";

import { constants, formatPpm, isBytes32 } from "@azora/sdk";
import { Cross2Icon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/Avatar.tsx";
import { Card } from "#components/ui/Card.tsx";
import { IconButton } from "#components/ui/IconButton.tsx";
import { Link } from "#components/ui/Link.tsx";
import { useStrings } from "#strings/index.ts";
import type { UpstreamRow } from "../model/draft.ts";
import type { Found } from "../model/search.ts";
import type { Section } from "./section.ts";
import { UpstreamSearch } from "./UpstreamSearch.tsx";
import { WeightInput } from "./WeightInput.tsx";

const { TOTAL } = constants.Flow;
/** What a work is given when it is cited, or what is left under the limit. */
const FIRST_WEIGHT = 50_000;

interface UpstreamEditorProps extends Section {
  /** The rule of the moment, in ppm; undefined if it is not known. */
  maxUpstream: number | undefined;
}

/** The accepted works that it stands on, and what part of the people's pay goes to them. */
export function UpstreamEditor({ draft, problems, change, maxUpstream }: UpstreamEditorProps): ReactNode {
  const t = useStrings().submit.upstream;
  const common = useStrings().common;
  const { upstream } = draft;
  const set = (next: UpstreamRow[]) => change({ upstream: next });
  const sum = upstream.reduce((total, { weight }) => total + weight, 0);
  const cite = ({ id, number, title }: Found) => {
    if (!isBytes32(id)) return;
    const room = (maxUpstream ?? TOTAL) - sum;
    const weight = Math.max(constants.Attributions.MIN_WEIGHT, Math.min(FIRST_WEIGHT, room));
    set([...upstream, { id, number, title: title ?? common.untitled(number), weight }]);
  };
  return (
    <Card title={t.heading}>
      <p className="mb-4 text-muted text-sm">
        {maxUpstream === undefined ? t.hintUnknown : t.hint(formatPpm(BigInt(maxUpstream)))}
      </p>
      <UpstreamSearch cited={upstream.map(({ id }) => id)} onCite={cite} />
      {upstream.length === 0 ? (
        <p className="mt-4 text-faint text-sm">{t.nothing}</p>
      ) : (
        <ul className="mt-4 flex flex-col gap-2">
          {upstream.map((row) => (
            <Cited
              key={row.id}
              row={row}
              onWeight={(weight) => set(upstream.map((each) => (each === row ? { ...each, weight } : each)))}
              onRemove={() => set(upstream.filter((each) => each !== row))}
            />
          ))}
        </ul>
      )}
      {problems.upstream !== undefined ? (
        <p role="alert" className="mt-3 text-bad text-sm">
          {problems.upstream}
        </p>
      ) : (
        upstream.length > 0 && (
          <p className="mt-3 text-muted text-sm">
            {t.sum(formatPpm(BigInt(sum)), formatPpm(BigInt(TOTAL - sum)))}
          </p>
        )
      )}
    </Card>
  );
}

interface CitedProps {
  row: UpstreamRow;
  onWeight: (weight: number) => void;
  onRemove: () => void;
}

function Cited({ row: { id, number, title, weight }, onWeight, onRemove }: CitedProps): ReactNode {
  const t = useStrings().submit.upstream;
  return (
    <li className="flex items-center gap-2">
      <Avatar of={id} shape="diamond" />
      <span className="min-w-0 flex-1 text-sm">
        <Link href={`/contributions/${id}`} className="line-clamp-2 hover:text-accent hover:underline">
          {title}
        </Link>
        <span className="text-faint text-xs">{t.number(number)}</span>
      </span>
      <WeightInput label={t.weight(title)} weight={weight} onType={onWeight} />
      <IconButton label={t.remove(title)} onClick={onRemove}>
        <Cross2Icon />
      </IconButton>
    </li>
  );
}
