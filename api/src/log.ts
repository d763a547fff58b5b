/** One JSON line for a problem that an operator should see. Never with secrets: URLs of databases hold passwords. */
export function logProblem(what: string, error: unknown, facts: Record<string, unknown> = {}): void {
  const cause =
    error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) };
  const stack = error instanceof Error ? error.stack : undefined;
  console.error(
    JSON.stringify({ time: new Date().toISOString(), level: "error", what, ...facts, cause, stack }),
  );
}

/** One JSON line for something that happened. */
export function logEvent(what: string, facts: Record<string, unknown> = {}): void {
  console.log(JSON.stringify({ time: new Date().toISOString(), level: "info", what, ...facts }));
}
