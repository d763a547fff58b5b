import type { Context } from "hono";
import Negotiator from "negotiator";
import { ProblemError } from "../http/errors.ts";

/** The first goes to whoever takes anything, as the specification has it. */
const ANSWERS = ["application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8"];

/** What subscriptions are answered as, and queries too if one wants. */
export const EVENTS = "text/event-stream";
const PAGE = "text/html; charset=utf-8";

/**
 * The media type in which a caller wants its answer, or nothing if it wants the explorer's page, as browsers do.
 * @throws ProblemError if none of them will do
 */
export function answerType({ req }: Context): string | undefined {
  const types = req.method === "POST" ? [...ANSWERS, EVENTS] : [...ANSWERS, EVENTS, PAGE];
  const accept = req.header("Accept") ?? "*/*";
  const chosen = new Negotiator({ headers: { accept } }).mediaType(types);
  if (chosen === undefined) throw refused(406, "Accept", `names none of ${types.map(essence).join(", ")}`);
  return chosen === PAGE ? undefined : chosen;
}

/** @throws ProblemError if a body is of another type than the one that questions are asked in */
export function checkBodyType({ req }: Context): void {
  const given = req.header("Content-Type");
  const [type, ...parameters] = (given ?? "")
    .toLowerCase()
    .split(";")
    .map((each) => each.trim());
  const charset = parameters.find((each) => each.startsWith("charset="))?.replace(/^charset="?|"$/g, "");
  if (type === "application/json" && (charset === undefined || charset === "utf-8")) return;
  throw refused(415, "Content-Type", "must be application/json, in UTF-8");
}

const essence = (type: string): string => type.replace(/;.*/, "");

function refused(status: 406 | 415, header: string, message: string): ProblemError {
  const path = `header.${header}`;
  return new ProblemError(status, `The request does not fit: ${path} ${message}.`, {
    errors: [{ path, message }],
  });
}
