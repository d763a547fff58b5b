import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Chip } from "#components/ui/Chip.tsx";
import { Select } from "#components/ui/Field.tsx";
import { Form } from "#components/ui/Form.tsx";
import { SearchField } from "#components/ui/SearchField.tsx";
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
        <SearchField label={t.search} value={q} />
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
          <Chip
            key={each ?? "all"}
            href={graphHref({ ...query, state: each, page: 1 })}
            isOn={each === state}
          >
            {each && <StateMark state={each} />}
            {each === undefined ? common.all : t.state[each]}
          </Chip>
        ))}
      </nav>
    </div>
  );
}
