/** Rows by a key of theirs, in the order in which they came. */
export function groupBy<row, key, item>(
  rows: readonly row[],
  keyOf: (row: row) => key,
  toItem: (row: row) => item,
): Map<key, item[]> {
  const groups = new Map<key, item[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key) ?? [];
    group.push(toItem(row));
    groups.set(key, group);
  }
  return groups;
}
