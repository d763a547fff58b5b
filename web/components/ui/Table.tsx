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

// biome-ignore-start lint/a11y/noRedundantRoles: with `display: block` browsers forget that it is a table
/** A table that becomes a list of cards on phones. The roles keep it a table for screen readers there too. */
export function Table<Row>({ caption, columns, rows, rowKey, more }: TableProps<Row>): ReactNode {
  return (
    <table role="table" className="table-cards">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, header, align = "start" }) => (
            <th key={key} role="columnheader" scope="col" data-align={align}>
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
  return <tbody role="rowgroup" {...props} />;
}

interface RowProps<Row> extends ComponentProps<"tr"> {
  columns: readonly Column<Row>[];
  row: Row;
}

export function Row<Row>({ columns, row, ...rest }: RowProps<Row>): ReactNode {
  return (
    <tr role="row" {...rest}>
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
            role="cell"
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
// biome-ignore-end lint/a11y/noRedundantRoles: see above
