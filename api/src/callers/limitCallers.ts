import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { answerType, EVENTS } from "../graphql/negotiate.ts";
import { ProblemError } from "../http/errors.ts";
import { type CallerLimits, type Standing, TooMany } from "./CallerLimits.ts";

export const POLICY_HEADER = "RateLimit-Policy";
export const LIMIT_HEADER = "RateLimit";

/** Probes ask when all else is busy. */
export const isFree = (path: string): boolean => /^\/health\/(live|ready|fresh)$/.test(path);
/** What is open for as long as whoever reads it likes. */
const STREAMS = /^\/v1\/(events$|exports\/)/;

/**
 * Refuses who asks for more than its share. What it says goes to Node's own response, for a web one would be made anew.
 * Without a socket, as in tests, nobody calls.
 */
export function limitCallers(limits: CallerLimits): MiddlewareHandler {
  return async (c, next) => {
    const { incoming, outgoing } = bindingsOf(c);
    const peer = incoming?.socket.remoteAddress;
    if (outgoing === undefined || peer === undefined || isFree(c.req.path)) return next();
    const key = limits.keyOf(peer, c.req.header("X-Forwarded-For"));
    if (key === undefined) return next();
    const stream = wantsStream(c);
    try {
      const { standing, end } = await limits.take(key, { stream, claim: isClaim(c) });
      tell(outgoing, standing);
      // Said of every response, however it ended; one whose caller has gone says it no more.
      if (end !== undefined && outgoing.destroyed) end();
      else if (end !== undefined) outgoing.once("close", end);
    } catch (error) {
      if (error instanceof TooMany) {
        tell(outgoing, error.standing);
        outgoing.setHeader("Retry-After", error.retryAfter);
      }
      throw error;
    }
    return next();
  };
}

const bindingsOf = (c: Context<{ Bindings: Partial<HttpBindings> }>): Partial<HttpBindings> => c.env ?? {};

const wantsStream = (c: Context): boolean =>
  STREAMS.test(c.req.path) || (c.req.path === "/graphql" && isAnsweredAsStream(c));

/** As the route will decide it; what it refuses is no stream. */
function isAnsweredAsStream(c: Context): boolean {
  try {
    return answerType(c) === EVENTS;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

const isClaim = ({ req }: Context): boolean => req.method === "POST" && req.path === "/v1/claims";

function tell(outgoing: HttpBindings["outgoing"], { policy, left }: Standing): void {
  outgoing.setHeader(POLICY_HEADER, policy);
  outgoing.setHeader(LIMIT_HEADER, left);
}
