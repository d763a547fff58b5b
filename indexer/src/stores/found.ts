/** An event speaks of something that no earlier one made: a gap in the logs, or a fault of a handler. It stops the index. */
export function found<row>(row: row | null, what: string): row {
  if (row === null) throw new Error(`The index has no ${what}, of which an event speaks.`);
  return row;
}
