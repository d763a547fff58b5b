"use client";

import { PlusIcon } from "@radix-ui/react-icons";
import { type ReactNode, useState } from "react";
import { Field, Input } from "#components/ui/Field.tsx";
import { type Strings, useStrings } from "#strings/index.ts";
import type { Found } from "../model/search.ts";
import { type Search, useSearch } from "./useSearch.ts";

interface UpstreamSearchProps {
  /** The ids of those that are cited already. */
  cited: readonly string[];
  onCite: (work: Found) => void;
}

/** Finds works by their title. The results are buttons in a list, so that they work with any keyboard or screen reader. */
export function UpstreamSearch({ cited, onCite }: UpstreamSearchProps): ReactNode {
  const t = useStrings().submit.upstream;
  const common = useStrings().common;
  const [words, setWords] = useState("");
  const search = useSearch(words);
  const works = search.status === "found" ? search.works.filter(({ id }) => !cited.includes(id)) : [];
  return (
    <div>
      <Field label={t.search}>
        {(control) => (
          <Input
            {...control}
            type="search"
            value={words}
            placeholder={t.placeholder}
            autoComplete="off"
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      <p role="status" className="mt-1.5 text-muted text-xs empty:absolute">
        {sentenceOf(search, works.length, t)}
      </p>
      {works.length > 0 && (
        <ul className="mt-1.5 max-h-72 divide-y overflow-y-auto rounded-control border">
          {works.map((work) => {
            const title = work.title ?? common.untitled(work.number);
            return (
              <li key={work.id}>
                <button
                  type="button"
                  onClick={() => {
                    onCite(work);
                    setWords("");
                  }}
                  className="flex w-full items-center gap-3 px-3 py-2.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  <PlusIcon aria-hidden="true" className="shrink-0 text-faint" />
                  <span className="sr-only">{t.cite}</span>
                  <span className="min-w-0 flex-1 truncate">{title}</span>
                  <span className="shrink-0 text-faint text-xs">{t.number(work.number)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function sentenceOf(search: Search, count: number, t: Strings["submit"]["upstream"]): string {
  if (search.status === "failed") return t.failed;
  if (search.status !== "found") return "";
  return count === 0 ? t.none : t.found(count);
}
