"use client";

import { createApi, unwrap } from "@azora/sdk/api";
import { memo, type ReactNode, type RefObject, useEffect, useEffectEvent, useMemo, useRef } from "react";
import { type Column, Row, RowGroup } from "#components/ui/Table.tsx";
import type { Contribution } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { given } from "#lib/given.ts";
import { useStrings } from "#strings/index.ts";
import { columnsOf, TickWork } from "../ContributionTable.tsx";
import type { LongList } from "./LongList.ts";
import type { MoreWorksProps } from "./MoreWorks.tsx";
import { worksIn } from "./pages.ts";
import { useFewAtOnce } from "./useFewAtOnce.ts";
import { useLongList } from "./useLongList.ts";
import { useSight } from "./useSight.ts";

/**
 * The rows that go on below those of the page. However many there are, only those in sight are in the page, between two empty
 * rows as high as all that are left out.
 */
export function Rows({ address, query, head, now }: MoreWorksProps): ReactNode {
  const { apiUrl } = useApp();
  const { list, shown } = useLongList(address);
  const { count, status, ticked } = shown;
  const above = useRef<HTMLTableSectionElement>(null);
  const { from, to, height } = useSight(above, list, count);

  const follow = useEffectEvent((of: LongList, end: string) => {
    const api = createApi(apiUrl);
    const ask = (cursor: string, limit: number) =>
      unwrap(api.GET("/v1/contributions", { params: { query: given({ ...query, cursor, limit }) } }));
    of.follow(ask, end);
  });
  useEffect(() => follow(list, head), [list, head]);
  useEffect(() => {
    if (status === "quiet") list.near(from, to);
  }, [list, from, to, status]);

  const t = useStrings();
  const columns = useMemo(
    () =>
      columnsOf(t, {
        now,
        isEven: true,
        ticking: (work) => (
          <TickWork
            name="ids"
            work={work}
            checked={ticked.has(work.id)}
            onChange={({ target }) => list.tick(work.id, target.checked)}
          />
        ),
      }),
    [t, now, ticked, list],
  );
  const works = worksIn(shown, from, to);
  const filled = useFewAtOnce(from, to);
  const seen = new Set(works.map((work, n) => filled.has(from + n) && work?.id));
  return (
    <>
      <Gap ref={above} height={from * height}>
        {[...ticked].map((id) => !seen.has(id) && <input key={id} type="hidden" name="ids" value={id} />)}
      </Gap>
      <RowGroup>
        {works.map((work, n) => {
          const place = from + n;
          return work !== undefined && filled.has(place) ? (
            <EvenRow key={work.id} columns={columns} row={work} />
          ) : (
            <tr key={place} data-gap style={{ height }} />
          );
        })}
      </RowGroup>
      <Gap height={(count - to) * height} />
    </>
  );
}

const EvenRow = memo(function EvenRow(props: {
  columns: readonly Column<Contribution>[];
  row: Contribution;
}) {
  return <Row {...props} />;
});

interface GapProps {
  ref?: RefObject<HTMLTableSectionElement | null>;
  height: number;
  children?: ReactNode;
}

/** In the place of rows that are left out. */
function Gap({ ref, height, children }: GapProps): ReactNode {
  return (
    <RowGroup ref={ref} aria-hidden="true">
      <tr data-gap style={{ height }}>
        <td>{children}</td>
      </tr>
    </RowGroup>
  );
}
