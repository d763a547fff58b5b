import type { ComponentProps, ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: string;
  align?: "start" | "end";
  /** What the row is about: on phones the head of its card, without the column's name. */
  lead?: boolean;
  /** On phones without the column's name, where a cell says what it is. */
  plain?: boolean;
  /** On phones two cells wide. */
  broad?: boolean;
  /** Left out on phones, where every row is a card: the page it leads to has it too. */
  wideOnly?: boolean;
  cell: (row: Row) => ReactNode;
}

interface TableProps<Row> {
  /** What the table shows, for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Row groups that come after these rows. */
  more?: ReactNode;
}

/** What each part is by itself: with `display: block`, as on phones, browsers forget it. */
const IS = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** A table that becomes a list of cards on phones. The roles keep it a table for screen readers there too. */
export function Table<Row>({ caption, columns, rows, rowKey, more }: TableProps<Row>): ReactNode {
  return (
    <table {...IS.table} className="table-cards">
      <caption className="sr-only">{caption}</caption>
      <thead {...IS.rowgroup}>
        <tr {...IS.row}>
          {columns.map(({ key, header, align = "start" }) => (
            <th key={key} {...IS.columnheader} scope="col" data-align={align}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <RowGroup>
        {rows.map((row) => (
          <Row key={rowKey(row)} columns={columns} row={row} />
        ))}
      </RowGroup>
      {more}
    </table>
  );
}

export function RowGroup(props: ComponentProps<"tbody">): ReactNode {
  return <tbody {...IS.rowgroup} {...props} />;
}

interface RowProps<Row> {
  columns: readonly Column<Row>[];
  row: Row;
}

export function Row<Row>({ columns, row }: RowProps<Row>): ReactNode {
  return (
    <tr {...IS.row}>
      {columns.map(
        ({
          key,
          header,
          align = "start",
          lead = false,
          plain = false,
          broad = false,
          wideOnly = false,
          cell,
        }) => (
          <td
            key={key}
            {...IS.cell}
            data-align={align}
            data-label={header}
            data-lead={lead || undefined}
            data-plain={plain || undefined}
            data-broad={broad || undefined}
            data-wide={wideOnly || undefined}
          >
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}
