import { MagnifyingGlassIcon } from "@radix-ui/react-icons";
import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Input, Select } from "#components/ui/Field.tsx";
import { Link } from "#components/ui/Link.tsx";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";
import { StateMark } from "./Legend.tsx";
import { STATES } from "./model/graph.ts";
import { type GraphQuery, graphHref, ORDERS } from "./model/query.ts";

/** Search, state and order, of the picture and of the table. They work without a script. */
export function GraphControls({ query }: { query: GraphQuery }): ReactNode {
  const { graph: t, common } = useStrings();
  const { q, order, state, focus } = query;
  return (
    <div className="mb-4 flex flex-col gap-3">
      <Form action="/graph" role="search" className="flex flex-wrap gap-2">
        {state && <input type="hidden" name="state" value={state} />}
        {focus && <input type="hidden" name="focus" value={focus} />}
        <div className="relative min-w-48 flex-1">
          <MagnifyingGlassIcon aria-hidden="true" className="absolute top-3 left-3 size-4 text-faint" />
          <Input
            key={q}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={100}
            aria-label={t.search}
            placeholder={t.search}
            className="pl-9"
          />
        </div>
        <Select key={order} name="order" defaultValue={order} aria-label={t.sort} className="w-auto!">
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {t.order[each]}
            </option>
          ))}
        </Select>
        <Button type="submit">{t.searchButton}</Button>
      </Form>
      <nav aria-label={t.stateLabel} className="flex flex-wrap gap-1.5">
        {[undefined, ...STATES].map((each) => (
          <Link
            key={each ?? "all"}
            href={graphHref({ ...query, state: each, page: 1 })}
            scroll={false}
            {...(each === state && { "aria-current": "true" as const })}
            className={cx(
              "inline-flex items-center gap-1.5 rounded-full border px-3 py-1 text-sm transition-colors",
              each === state
                ? "border-transparent bg-ink text-canvas"
                : "bg-surface text-muted hover:border-edge hover:text-ink",
            )}
          >
            {each && <StateMark state={each} />}
            {each === undefined ? common.all : t.state[each]}
          </Link>
        ))}
      </nav>
    </div>
  );
}
