import { Cross2Icon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Chip } from "#components/ui/Chip.tsx";
import { Select } from "#components/ui/Field.tsx";
import { Form } from "#components/ui/Form.tsx";
import { Link } from "#components/ui/Link.tsx";
import { SearchField } from "#components/ui/SearchField.tsx";
import { shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";
import { isFiltered, type ListQuery, listHref, ORDERS, PHASES } from "./query.ts";

/** Search, phase and order. A form and links: they work without a script, and the address says what is shown. */
export function ListControls({ query }: { query: ListQuery }): ReactNode {
  const t = useStrings();
  const c = t.contributions;
  const { q, order, cursor: _, ...kept } = query;
  return (
    <div className="mb-4 flex flex-col gap-3">
      <Form action="/contributions" role="search" className="flex flex-wrap gap-2">
        {Object.entries(kept).map(
          ([name, value]) =>
            value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <SearchField label={c.search} value={q} />
        <Select key={order} name="order" defaultValue={order} aria-label={c.sort} className="w-auto!">
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {c.order[each]}
            </option>
          ))}
        </Select>
        <Button type="submit">{c.searchButton}</Button>
      </Form>
      <nav aria-label={c.phase} className="flex flex-wrap gap-1.5">
        {[undefined, ...PHASES].map((phase) => (
          <Chip
            key={phase ?? "all"}
            href={listHref({ ...query, phase, cursor: undefined })}
            isOn={phase === query.phase}
          >
            {phase === undefined ? t.common.all : t.phases.label[phase]}
          </Chip>
        ))}
      </nav>
      {isFiltered(query) && <ActiveFilters query={query} />}
    </div>
  );
}

/** What narrows the list besides the phase, each to be taken off by itself. */
function ActiveFilters({ query }: { query: ListQuery }): ReactNode {
  const t = useStrings().contributions;
  const { epoch, registrant, contributor } = query;
  const active = [
    epoch !== undefined && { name: "epoch", label: t.epoch(epoch) },
    registrant && { name: "registrant", label: `${t.registrant} ${shortHex(registrant)}` },
    contributor && { name: "contributor", label: `${t.contributor} ${shortHex(contributor)}` },
  ].filter((each) => typeof each === "object");
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {active.map(({ name, label }) => (
        <Link
          key={name}
          href={listHref({ ...query, [name]: undefined, cursor: undefined })}
          className="inline-flex items-center gap-1.5 rounded-full bg-accent-soft px-3 py-1 text-accent hover:underline"
        >
          {label}
          <Cross2Icon aria-hidden="true" className="size-3" />
        </Link>
      ))}
      <Link
        href={listHref({ order: query.order })}
        className="px-1 py-1 text-muted hover:text-ink hover:underline"
      >
        {t.clear}
      </Link>
    </div>
  );
}
