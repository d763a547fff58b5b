"use client";

import { chainOf } from "@azora/sdk";
import { Cross2Icon, ExternalLinkIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { Button } from "#components/ui/Button.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Link } from "#components/ui/Link.tsx";
import { cx } from "#lib/cx.ts";
import { exactTime, relativeTime } from "#lib/format/time.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import type { Connected } from "#wallet/store.ts";
import { sentenceOf } from "../sentence.ts";
import { isBusy, isLost, isOver, type SentState } from "../state.ts";
import type { Entry } from "./entry.ts";
import { type SentByAccount, useSent } from "./useSent.ts";

/** The panel is small, and what is older is of little use. */
const SHOWN = 5;
const SECOND = 1_000;

/** What the account sent from this browser, the newest first. Nothing is shown where nothing was sent. */
export function YourTransactions({ wallet }: { wallet: Connected }): ReactNode {
  const t = useStrings().transactions.list;
  const sent = useSent(wallet);
  const { entries, isDamaged } = useStore(sent.box.store);
  if (entries.length === 0 && !isDamaged) return null;
  return (
    <section aria-label={t.title} className="flex flex-col gap-2 border-t pt-3">
      <h2 className="font-medium text-muted text-xs">{t.title}</h2>
      {isDamaged && (
        <p role="status" className="text-commons text-xs">
          {t.damaged}
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {entries.slice(0, SHOWN).map((entry) => (
          <Row key={entry.id} entry={entry} sent={sent} chainId={wallet.chainId} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  entry: Entry;
  sent: SentByAccount;
  chainId: number;
}

function Row({ entry, sent, chainId }: RowProps): ReactNode {
  const { transactions: t, language } = useStrings();
  const { id, title, record, state, at } = entry;
  const hash = "hash" in state ? state.hash : undefined;
  return (
    <li className="flex gap-2.5 text-sm">
      <span aria-hidden="true" className={cx("mt-1.5 size-2 shrink-0 rounded-full", toneOf(state))} />
      <div className="min-w-0 flex-1">
        <Link href={record.href} className="line-clamp-2 text-ink hover:text-accent hover:underline">
          {title}
        </Link>
        <p className="text-muted text-xs">
          {briefOf(state, t)}{" "}
          <time dateTime={new Date(at * SECOND).toISOString()} title={exactTime(at)} className="text-faint">
            {relativeTime(at, Math.floor(Date.now() / SECOND), language.tag)}
          </time>
        </p>
        {(isLost(state) || state.step === "unseen") && (
          <Button size="small" className="mt-1" onClick={() => void sent.look(id)}>
            {t.look}
          </Button>
        )}
      </div>
      <div className="flex shrink-0 items-start gap-0.5">
        {hash !== undefined && state.step !== "held" && (
          <Explorer chainId={chainId} hash={hash} label={t.list.explorer} />
        )}
        {hash !== undefined && <CopyButton text={hash} />}
        {!isBusy(state) || state.step === "held" ? (
          <button
            type="button"
            aria-label={`${t.list.remove}: ${title}`}
            onClick={() => sent.drop(id)}
            className="inline-flex size-6 items-center justify-center rounded text-faint hover:bg-sunken hover:text-ink"
          >
            <Cross2Icon />
          </button>
        ) : null}
      </div>
    </li>
  );
}

/** Where others show it, on chains that have such a place. */
function Explorer({ chainId, hash, label }: { chainId: number; hash: string; label: string }): ReactNode {
  const url = chainOf(chainId).blockExplorers?.default.url;
  if (url === undefined) return null;
  return (
    <a
      href={`${url}/tx/${hash}`}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      className="inline-flex size-6 items-center justify-center rounded text-faint hover:bg-sunken hover:text-ink"
    >
      <ExternalLinkIcon />
    </a>
  );
}

function toneOf(state: SentState): string {
  if (state.step === "indexed") return "bg-good";
  if (isOver(state)) return "bg-bad";
  return "bg-accent-fill motion-safe:animate-pulse";
}

function briefOf(state: SentState, t: Strings["transactions"]): string {
  const { brief } = t.list;
  if (state.step === "failed" || state.step === "replaced") return sentenceOf(state, t);
  return state.step === "indexed" ? brief.indexed(state.block) : brief[state.step];
}
