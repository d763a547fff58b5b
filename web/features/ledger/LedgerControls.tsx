import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Input, Select } from "#components/ui/Field.tsx";
import { Form } from "#components/ui/Form.tsx";
import { Link } from "#components/ui/Link.tsx";
import { useStrings } from "#strings/index.ts";
import { KINDS, type LedgerQuery, ledgerHref, ORDERS } from "./query.ts";

/** What of the ledger is shown. A form: it works without a script, and the address says what is shown. */
export function LedgerControls({ query }: { query: LedgerQuery }): ReactNode {
  const t = useStrings().ledger;
  const { kind, subject, actor, order } = query;
  const isFiltered = [kind, subject, actor].some((value) => value !== undefined);
  return (
    <Form
      action="/ledger"
      role="search"
      className="mb-4 gap-2 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] sm:flex sm:flex-wrap sm:items-center"
    >
      {actor && <input type="hidden" name="actor" value={actor} />}
      <Input
        key={subject}
        name="subject"
        defaultValue={subject}
        aria-label={t.filterSubject}
        placeholder={t.subjectPlaceholder}
        pattern="\s*0x[0-9a-fA-F]{64}\s*"
        title={t.subjectPlaceholder}
        spellCheck={false}
        className="min-w-52 flex-1 font-mono text-sm max-sm:col-span-2"
      />
      <Select key={kind} name="kind" defaultValue={kind} aria-label={t.filterKind} className="sm:w-auto!">
        <option value="">{t.allKinds}</option>
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {t.kind[each]}
          </option>
        ))}
      </Select>
      <Select key={order} name="order" defaultValue={order} aria-label={t.sort} className="w-auto!">
        {ORDERS.map((each) => (
          <option key={each} value={each}>
            {t.order[each]}
          </option>
        ))}
      </Select>
      <Button type="submit" className="max-sm:col-span-2">
        {t.apply}
      </Button>
      {isFiltered && (
        <Link href={ledgerHref({ order })} className="px-1 text-muted text-sm hover:text-ink hover:underline">
          {t.clear}
        </Link>
      )}
    </Form>
  );
}
