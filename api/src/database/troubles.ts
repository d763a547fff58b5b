import { DatabaseError } from "pg";

/** SQLSTATEs: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const MISSING = new Set(["42P01", "3F000"]); // undefined_table, invalid_schema_name
/** The server is going down, or coming up, or has no connection left. */
const AWAY = new Set(["57P01", "57P02", "57P03", "53300"]);
const AWAY_NODE = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH"]);

/** The views of the index are not there: it is being built for the first time, or anew. */
export function isIndexMissing(error: unknown): boolean {
  return codesOf(error).some((code) => MISSING.has(code));
}

/** The database cannot be reached now, but may be soon. */
export function isDatabaseAway(error: unknown): boolean {
  if (codesOf(error).some((code) => AWAY.has(code) || AWAY_NODE.has(code) || code.startsWith("08")))
    return true;
  // These of `pg` have no code.
  return error instanceof Error && !(error instanceof DatabaseError) && AWAY_TEXT.test(error.message);
}

const AWAY_TEXT =
  /^Query read timeout|^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;

/** The code of an error or, as drizzle and Node wrap them, of what caused it. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && typeof e.code === "string") codes.push(e.code);
    if (e instanceof AggregateError) codes.push(...e.errors.flatMap(codesOf));
  }
  return codes;
}
