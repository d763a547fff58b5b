"use client";

import { Cross2Icon, LockClosedIcon, LockOpen1Icon, PlusIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Input } from "#components/ui/Field.tsx";
import { IconButton } from "#components/ui/IconButton.tsx";
import { Sentence } from "#components/ui/Sentence.tsx";
import type { Said } from "#lib/said.ts";
import { useStrings } from "#strings/index.ts";
import { type ContributorRow, freshKey } from "../model/draft.ts";
import { evenAll, pinWeight, releaseWeight, settle, weightsOf } from "../model/weights.ts";
import { ShareBar } from "./ShareBar.tsx";
import type { Section } from "./section.ts";
import { WeightInput } from "./WeightInput.tsx";

/** Who made it, in which parts. The parts always make a whole. */
export function ContributorsEditor({
  draft: { contributors: rows },
  problems,
  change,
  account,
}: Section & { account: string | undefined }): ReactNode {
  const t = useStrings().submit.people;
  const weights = weightsOf(rows);
  const set = (contributors: ContributorRow[]) => change({ contributors });
  const add = (name: string) => set(settle([...rows, { key: freshKey(rows), name }]));
  const isCredited = rows.some(({ name }) => name.trim().toLowerCase() === account?.toLowerCase());
  return (
    <Card
      title={t.heading}
      aside={
        rows.length > 1 && (
          <Button size="small" onClick={() => set(evenAll(rows))}>
            {t.even}
          </Button>
        )
      }
    >
      <p className="text-muted text-sm">{t.hint}</p>
      <p className="mt-1 mb-4 text-faint text-xs">{t.examples}</p>
      <ul className="flex flex-col gap-3">
        {rows.map((row, place) => (
          <Contributor
            key={row.key}
            row={row}
            place={place}
            weight={weights[place] ?? 0}
            isOnly={rows.length === 1}
            isYou={account !== undefined && row.name.trim().toLowerCase() === account.toLowerCase()}
            problem={problems.rows.get(row.key)}
            onName={(name) => set(rows.map((each) => (each === row ? { ...each, name } : each)))}
            onWeight={(weight) => set(pinWeight(rows, place, weight))}
            onRelease={() => set(releaseWeight(rows, place))}
            onRemove={() => set(settle(rows.filter((each) => each !== row)))}
          />
        ))}
      </ul>
      <p className="mt-2 text-bad text-sm empty:hidden">{problems.contributors}</p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button size="small" onClick={() => add("")}>
          <PlusIcon aria-hidden="true" />
          {t.add}
        </Button>
        {account !== undefined && !isCredited && (
          <Button size="small" variant="quiet" onClick={() => add(account)}>
            {t.addYou}
          </Button>
        )}
        <span className="ml-auto text-faint text-xs">{t.sum}</span>
      </div>
      {rows.length > 1 && <ShareBar weights={weights} />}
    </Card>
  );
}

interface ContributorProps {
  row: ContributorRow;
  place: number;
  weight: number;
  isOnly: boolean;
  isYou: boolean;
  problem: Said | undefined;
  onName: (name: string) => void;
  onWeight: (weight: number) => void;
  onRelease: () => void;
  onRemove: () => void;
}

function Contributor(props: ContributorProps): ReactNode {
  const { row, place, weight, isOnly, isYou, problem, onName, onWeight, onRelease, onRemove } = props;
  const t = useStrings().submit.people;
  const who = row.name.trim() || t.person(place + 1);
  const id = `contributor-${row.key}`;
  return (
    <li>
      <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
        <Input
          aria-label={t.person(place + 1)}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={`${id}-said`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={row.name}
          onChange={({ target }) => onName(target.value)}
          className="min-w-0 basis-full font-mono text-sm sm:basis-auto"
        />
        <WeightInput label={t.weight(who)} weight={weight} isFree={row.pin === undefined} onType={onWeight} />
        <IconButton
          label={row.pin === undefined ? t.shares : t.fixed}
          aria-disabled={row.pin === undefined}
          onClick={onRelease}
        >
          {row.pin === undefined ? <LockOpen1Icon /> : <LockClosedIcon className="text-muted" />}
        </IconButton>
        <IconButton label={t.remove(who)} disabled={isOnly} onClick={onRemove}>
          <Cross2Icon />
        </IconButton>
      </div>
      <p id={`${id}-said`} className="mt-1 text-sm empty:hidden">
        {problem !== undefined ? (
          <span className="text-bad">
            <Sentence said={problem} />
          </span>
        ) : isYou ? (
          <span className="text-muted">{t.you}</span>
        ) : /^\s*git:.+@/.test(row.name) ? (
          <span className="text-muted">{t.emailNote}</span>
        ) : null}
      </p>
    </li>
  );
}
