/** What a cell may be made of. */
export type Cell = string | number | boolean | null | readonly string[];

/** What a spreadsheet would take for a formula, and run: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n|%]/;
const NUMBER = /^-?\d+$/;

/** A line of RFC 4180. Many values of one cell are parted by spaces. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  const text = Array.isArray(cell) ? cell.join(" ") : String(cell);
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
