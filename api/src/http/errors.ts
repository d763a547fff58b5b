import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ZodError } from "zod";
import type { Problem } from "./problem.ts";

/** `about:blank` says that the status explains the kind; its title is then the status's own name (RFC 9457, 4.2.1). */
const TITLES = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  411: "Length Required",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  507: "Insufficient Storage",
} as const satisfies Partial<Record<ContentfulStatusCode, string>>;

export type ProblemStatus = keyof typeof TITLES;

/** What is said of a quota that was exceeded: draft-ietf-httpapi-ratelimit-headers, which registers it. */
const QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

interface Options extends ErrorOptions, Pick<Problem, "errors"> {
  /** The policies of a caller's limits that it does not keep to. */
  violated?: string[];
}

/** A refusal that is answered as a problem. The message is a sentence for people. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly status: ProblemStatus;
  readonly errors: Problem["errors"];

  readonly violated: string[] | undefined;

  constructor(status: ProblemStatus, sentence: string, options: Options = {}) {
    super(sentence, options);
    this.status = status;
    this.errors = options.errors;
    this.violated = options.violated;
  }

  toProblem(): Problem {
    const { status, message: detail, errors, violated } = this;
    return {
      type: violated ? QUOTA_EXCEEDED : "about:blank",
      title: TITLES[status],
      status,
      detail,
      ...(errors && { errors }),
      ...(violated && { "violated-policies": violated }),
    };
  }
}

/** @param path What of the request names it. */
export const notFound = (sentence: string, path?: string) =>
  new ProblemError(404, sentence, path === undefined ? {} : { errors: [{ path, message: sentence }] });

/** A body that cannot be taken. */
export const refuseBody = (status: 413 | 422 | 507, sentence: string, options: ErrorOptions = {}) =>
  new ProblemError(status, sentence, { ...options, errors: [{ path: "body", message: sentence }] });

/** @param target Where in the request it stands: query, param, json. */
export function invalid(target: string, error: ZodError): ProblemError {
  const errors = error.issues.map(({ path, message }) => ({ path: [target, ...path].join("."), message }));
  const sentence = errors.map(({ path, message }) => `${path} ${message}`).join("; ");
  return new ProblemError(400, `The request does not fit: ${sentence}.`, { errors });
}
