import { PlusIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Input } from "#components/ui/Field.tsx";
import { Form } from "#components/ui/Form.tsx";
import { Link } from "#components/ui/Link.tsx";
import type { Contribution } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { type CompareQuery, compareHref } from "./query.ts";

interface AddWorkProps {
  query: CompareQuery;
  /** What the words were found in; undefined if none were given. */
  found: readonly Contribution[] | undefined;
}

/** Looks for another work to compare. A form and links: it works without a script. */
export function AddWork({ query: { ids, q }, found }: AddWorkProps): ReactNode {
  const { compare: t, common } = useStrings();
  const others = found?.filter(({ id }) => !ids.includes(id));
  return (
    <Card title={ids.length === 0 ? t.addFirst : t.add}>
      <Form action="/contributions/compare" role="search" className="flex flex-wrap gap-2">
        {ids.length > 0 && <input type="hidden" name="ids" value={ids.join(",")} />}
        <Input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={100}
          aria-label={t.search}
          placeholder={t.search}
          className="min-w-48 flex-1"
        />
        <Button type="submit">{t.searchButton}</Button>
      </Form>
      {others?.length === 0 && <p className="mt-3 text-muted text-sm">{t.noMatch}</p>}
      {others !== undefined && others.length > 0 && (
        <ul className="mt-2 flex flex-col">
          {others.map(({ id, title, number }) => (
            <li key={id}>
              <Link
                href={compareHref([...ids, id])}
                className="-mx-2 flex items-center gap-2 rounded-control px-2 py-2 text-sm hover:bg-sunken"
              >
                <PlusIcon aria-hidden="true" className="shrink-0 text-faint" />
                <span className="[overflow-wrap:anywhere]">{title ?? common.untitled(number)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
