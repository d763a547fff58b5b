import { BlockList } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ProblemError } from "../http/errors.ts";
import { callerOf, isIn, keyOf, readNetworks } from "./addresses.ts";

export interface CallerSettings {
  /** Whose `X-Forwarded-For` is believed. */
  proxies: BlockList;
  /** Who is not limited. */
  unlimited: BlockList;
  requestsPerSecond: number;
  claimsPerHour: number;
  /** At a time. */
  streams: number;
}

/** Everybody may call as often as they like. */
export const UNLIMITED: CallerSettings = {
  proxies: new BlockList(),
  unlimited: readNetworks(["0.0.0.0/0", "::/0"]),
  requestsPerSecond: 0,
  claimsPerHour: 0,
  streams: 0,
};

/** What a request asks for beside being answered. */
export interface Wants {
  stream: boolean;
  claim: boolean;
}

/** What a caller is told of its limits: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
export interface Standing {
  /** `RateLimit-Policy` */
  policy: string;
  /** `RateLimit` */
  left: string;
}

/** A caller asks for more than it may. */
export class TooMany extends ProblemError {
  override name = "TooMany";
  readonly standing: Standing;
  /** In seconds. */
  readonly retryAfter: number;

  constructor(policy: string, sentence: string, standing: Standing, retryAfter: number) {
    super(429, sentence, { violated: [policy] });
    this.standing = standing;
    this.retryAfter = retryAfter;
  }
}

/** A request that may be answered. */
export interface Taken {
  standing: Standing;
  /** To be called once its stream is over, if it is one. */
  end?: () => void;
}

const HOUR_S = 3_600;
/** Nobody knows when a stream ends. */
const STREAM_RETRY_S = 10;

/** Counts what each caller asks of this process, and keeps nothing of those who ask for nothing. */
export class CallerLimits {
  readonly #settings: CallerSettings;
  readonly #requests: RateLimiterMemory;
  readonly #claims: RateLimiterMemory;
  readonly #streams = new Map<string, number>();

  constructor(settings: CallerSettings) {
    this.#settings = settings;
    this.#requests = new RateLimiterMemory({ points: settings.requestsPerSecond, duration: 1 });
    this.#claims = new RateLimiterMemory({ points: settings.claimsPerHour, duration: HOUR_S });
  }

  /** What this caller is counted by; undefined if it is not limited. */
  keyOf(peer: string, forwarded: string | undefined): string | undefined {
    const caller = callerOf(peer, forwarded, this.#settings.proxies);
    return isIn(this.#settings.unlimited, caller) ? undefined : keyOf(caller);
  }

  /**
   * Counts a request.
   * @throws TooMany
   */
  async take(key: string, wants: Wants): Promise<Taken> {
    const { requestsPerSecond, claimsPerHour, streams } = this.#settings;
    let standing = await count(this.#requests, key, {
      name: "requests",
      policy: `"requests";q=${requestsPerSecond};w=1`,
      sentence: `This address may make ${requestsPerSecond} requests a second.`,
    });
    if (wants.claim)
      standing = await count(
        this.#claims,
        key,
        {
          name: "claims",
          policy: `"claims";q=${claimsPerHour};w=${HOUR_S}`,
          sentence: `This address may leave ${claimsPerHour} claims an hour.`,
        },
        standing,
      );
    if (!wants.stream) return { standing };
    const open = this.#streams.get(key) ?? 0;
    const next = beside(standing, {
      policy: `"streams";q=${streams};qu="concurrent-requests"`,
      left: `"streams";r=${Math.max(0, streams - open - 1)}`,
    });
    // Counted with the check, so that none of those who ask at once comes in between.
    if (open < streams) return { standing: next, end: this.#openStream(key) };
    const sentence = `This address may have ${streams} streams and exports open at a time.`;
    throw new TooMany("streams", sentence, next, STREAM_RETRY_S);
  }

  /** A stream of a caller begins. @returns how it ends */
  #openStream(key: string): () => void {
    this.#streams.set(key, (this.#streams.get(key) ?? 0) + 1);
    return () => {
      const open = (this.#streams.get(key) ?? 1) - 1;
      if (open > 0) this.#streams.set(key, open);
      else this.#streams.delete(key);
    };
  }
}

interface Quota {
  name: string;
  policy: string;
  sentence: string;
}

async function count(
  limiter: RateLimiterMemory,
  key: string,
  { name, policy, sentence }: Quota,
  other?: Standing,
): Promise<Standing> {
  const standing = ({ remainingPoints, msBeforeNext }: RateLimiterRes) =>
    beside(other, { policy, left: `"${name}";r=${remainingPoints};t=${secondsOf(msBeforeNext)}` });
  try {
    return standing(await limiter.consume(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooMany(name, sentence, standing(refusal), Math.max(1, secondsOf(refusal.msBeforeNext)));
  }
}

const secondsOf = (ms: number): number => Math.ceil(ms / 1_000);

const beside = (first: Standing | undefined, second: Standing): Standing =>
  first === undefined
    ? second
    : { policy: `${first.policy}, ${second.policy}`, left: `${first.left}, ${second.left}` };
