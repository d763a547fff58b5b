import type { Answer } from "./Liar.ts";

/** A lie in a text that is made of lines or frames. */
export interface TextLie {
  readonly name: string;
  change(answer: Answer): Answer;
}

/** Of each format that is no single JSON. */
export function textLies(type: string, question: string, answer: Answer): TextLie[] {
  const list = /\/(\w+)\?/.exec(question)?.[1] ?? "";
  if (type === "application/x-ndjson") return lineLies(`${list}.ndjson`, answer, jsonCells);
  if (type === "text/csv") return lineLies(`${list}.csv`, answer, csvCells);
  return [];
}

/** What each cell of a line may become. */
type Cells = (lines: readonly string[]) => { name: string; line: number; other: string }[];

function lineLies(prefix: string, answer: Answer, cells: Cells): TextLie[] {
  const end = prefix.endsWith("csv") ? "\r\n" : "\n";
  const header = prefix.endsWith("csv") ? 1 : 0;
  const lines = linesOf(answer, end);
  const lie = (name: string, change: (lines: string[]) => string[]): TextLie => ({
    name: `${prefix} ${name}`,
    change: (truth) => ({
      ...truth,
      body: Buffer.from(
        change(linesOf(truth, end))
          .map((line) => `${line}${end}`)
          .join(""),
      ),
    }),
  });
  if (lines.length <= header) return [lie("invented row", (all) => [...all, "1"])];
  return [
    lie("last row left out", (all) => all.slice(0, -1)),
    lie("first row left out", (all) => all.toSpliced(header, 1)),
    lie("row doubled", (all) => [...all, all.at(-1) ?? ""]),
    ...cells(lines).map(({ name, line, other }) => lie(`${name} other`, (all) => all.with(line, other))),
  ];
}

const linesOf = ({ body }: Answer, end: string): string[] =>
  body
    .toString()
    .split(end)
    .filter((line) => line !== "");

const jsonCells: Cells = (lines) => {
  const told = new Map<string, { line: number; other: string }>();
  for (const [line, text] of lines.entries())
    for (const [column, value] of Object.entries<unknown>(JSON.parse(text)))
      if (value !== null && !told.has(column))
        told.set(column, {
          line,
          other: JSON.stringify({ ...JSON.parse(text), [column]: otherThan(value) }),
        });
  return [...told].map(([name, rest]) => ({ name, ...rest }));
};

const csvCells: Cells = ([header = "", ...lines]) => {
  const told = new Map<string, { line: number; other: string }>();
  for (const [i, text] of lines.entries()) {
    if (text.includes('"')) continue;
    const cells = text.split(",");
    for (const [place, column] of header.split(",").entries()) {
      const cell = cells[place] ?? "";
      if (cell !== "" && !told.has(column))
        told.set(column, { line: i + 1, other: cells.with(place, String(otherThan(cell))).join(",") });
    }
  }
  return [...told].map(([name, rest]) => ({ name, ...rest }));
};

function otherThan(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return value.slice(1);
  const text = String(value);
  return `${text.slice(0, -1)}${text.endsWith("1") ? 2 : 1}`;
}
