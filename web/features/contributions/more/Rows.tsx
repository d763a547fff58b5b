"use client";

import { createApi, unwrap } from "@azora/sdk/api";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Column, Row, RowGroup } from "#components/ui/Table.tsx";
import type { Contribution } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { given } from "#lib/given.ts";
import { useStrings } from "#strings/index.ts";
import { columnsOf, TickWork } from "../ContributionTable.tsx";
import type { LongList } from "./LongList.ts";
import type { MoreWorksProps } from "./MoreWorks.tsx";
import { useFewAtOnce } from "./useFewAtOnce.ts";
import { useLongList } from "./useLongList.ts";

/** The most that the API gives at once. */
const PAGE = 100;
/** So many rows before the end of what is loaded, more is asked for. */
const AHEAD = 60;
/** Rows above and below what is seen. */
const AROUND = 6;
/** Until one was measured. */
const ROW_HEIGHT = 54;

/**
 * The rows that go on below those of the page. However many there are, only those in sight are in the page, between two empty
 * rows as high as all that are left out. They are of one height, which is measured once: nothing is measured while it is
 * scrolled, so that nothing has to be laid out twice.
 */
export function Rows({ query, head, now }: MoreWorksProps): ReactNode {
  const { apiUrl } = useApp();
  const { list, shown } = useLongList(query);
  const { works, next, status, ticked } = shown;
  const above = useRef<HTMLTableSectionElement>(null);
  const { height, top } = useMeasures(above, list.rowHeight ?? ROW_HEIGHT, (measured) => {
    list.rowHeight = measured;
  });

  const follow = useEffectEvent((of: LongList, end: string) => {
    const api = createApi(apiUrl);
    const ask = (cursor: string) =>
      unwrap(api.GET("/v1/contributions", { params: { query: given({ ...query, cursor, limit: PAGE }) } }));
    of.follow(ask, end);
    of.begin();
  });
  useEffect(() => follow(list, head), [list, head]);

  const rows = useWindowVirtualizer({
    count: works.length,
    estimateSize: () => height,
    scrollMargin: top,
    overscan: AROUND,
    useFlushSync: false,
  });
  useEffect(() => {
    if (height > 0) rows.measure();
  }, [height, rows]);
  const seen = rows.getVirtualItems();
  const [first, last] = [seen.at(0), seen.at(-1)];
  const isNear = next !== null && status === "quiet" && (last?.index ?? 0) > works.length - AHEAD;
  useEffect(() => {
    if (isNear) list.more();
  }, [isNear, list]);
  const renew = useEffectEvent(() => first && list.renew(first.index + AROUND));
  useEffect(() => {
    if (now > 0) renew();
  }, [now]);

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
  const [from, to] = [first?.index ?? 0, (last?.index ?? -1) + 1];
  const inSight = useMemo(() => works.slice(from, to).map(({ id }) => id), [works, from, to]);
  const filled = useFewAtOnce(inSight);
  return (
    <>
      <Gap ref={above} height={first === undefined ? 0 : first.start - top}>
        {[...ticked].map((id) => !filled.has(id) && <input key={id} type="hidden" name="ids" value={id} />)}
      </Gap>
      <RowGroup>
        {seen.map(({ index }) => {
          const work = works[index];
          if (work === undefined) return undefined;
          return filled.has(work.id) ? (
            <EvenRow key={work.id} columns={columns} row={work} />
          ) : (
            <tr key={work.id} data-gap style={{ height }} />
          );
        })}
      </RowGroup>
      <Gap height={last === undefined ? 0 : top + rows.getTotalSize() - last.end} />
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

/** How high a row is, and how far below the top of the page they begin: told by the browser when it has laid the page out. */
function useMeasures(
  above: RefObject<HTMLTableSectionElement | null>,
  initial: number,
  onHeight: (height: number) => void,
) {
  const [measures, setMeasures] = useState({ height: initial, top: 0 });
  const measure = useEffectEvent(() => {
    const box = above.current?.getBoundingClientRect();
    const row = above.current?.nextElementSibling
      ?.querySelector("tr:not([data-gap])")
      ?.getBoundingClientRect();
    if (box === undefined) return;
    const top = Math.round(box.top + window.scrollY);
    const height = row?.height ?? measures.height;
    if (top === measures.top && height === measures.height) return;
    setMeasures({ height, top });
    onHeight(height);
  });
  useEffect(() => {
    const observer = new ResizeObserver(() => measure());
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return measures;
}
