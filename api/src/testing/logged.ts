/** What `work` logs, instead of showing it among the tests' lines. */
export async function logged(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const { error, log } = console;
  const lines: Record<string, unknown>[] = [];
  const keep = (line: string) => lines.push(JSON.parse(line));
  console.error = keep;
  console.log = keep;
  try {
    await work();
    return lines;
  } finally {
    console.error = error;
    console.log = log;
  }
}
