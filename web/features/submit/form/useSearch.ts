"use client";

import { createApi } from "@azora/sdk/api";
import { useEffect, useState } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";
import { type Found, searchWorks } from "../model/search.ts";

/** A pause in typing after which it is worth asking. */
const PAUSE_MS = 250;

export type Search =
  | { readonly status: "idle" }
  | { readonly status: "asking" }
  | { readonly status: "failed" }
  | { readonly status: "found"; readonly works: readonly Found[] };

const IDLE: Search = { status: "idle" };

/** What the words find, some moments after they were typed. What was asked before does not come in between. */
export function useSearch(words: string): Search {
  const { apiUrl } = useApp();
  const [search, setSearch] = useState<Search>(IDLE);
  useEffect(() => {
    if (words.trim() === "") {
      setSearch(IDLE);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setSearch({ status: "asking" });
      searchWorks(createApi(apiUrl), words, stop.signal).then(
        (works) => !stop.signal.aborted && setSearch({ status: "found", works }),
        () => !stop.signal.aborted && setSearch({ status: "failed" }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [apiUrl, words]);
  return search;
}
