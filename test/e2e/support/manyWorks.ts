import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Schemas } from "@azora/sdk/api";

type Work = Schemas["Contribution"];

const NOW = 1_770_000_000;
const BLOCK = { number: 4_000_000, hash: `0x${"ab".repeat(32)}`, timestamp: NOW };
const DEFAULT_LIMIT = 25;
/** As the API gives at once. */
const AS_MANY = 100;
const OPEN = { "Access-Control-Allow-Origin": "*" };

/** A work as the list tells of it; not two lines of text alike, since rows differ. */
function workOf(number: number): Work {
  const isPaid = number % 9 !== 0;
  const id = `0x01${number.toString(16).padStart(62, "0")}`;
  return {
    ...{ id, number, evidenceHash: id, registeredTx: id, uri: "", summary: null, points: null, epoch: null },
    title:
      number % 13 === 0
        ? null
        : `Work ${number} of very many, on ${"this and that, ".repeat(number % 4)}and more`,
    phase: isPaid ? "Settled" : "Voting",
    level: isPaid ? number % 11 : null,
    amount: isPaid ? `${number}${"0".repeat(15)}` : "0",
    registrant: `0x${(number % 50).toString(16).padStart(40, "0")}`,
    registeredAt: NOW - 60 * (BLOCK.number - number),
    registeredBlock: number,
    ...{ contributorCount: 1 + (number % 5), upstreamCount: number % 7, citedByCount: number % 3 },
  };
}

export interface ManyWorks {
  readonly url: string;
  /** Another block, in which so many works more were registered; with a number below zero, so many fewer. */
  register(works: number): void;
  stop(): Promise<void>;
}

/**
 * Answers in the place of the API for the list of contributions, the newest first, page by page by cursor as it does, and for
 * the block that all is of. Everything else it has no answer to.
 * @param most how many it gives where the API would give as many as it does at once
 */
export async function openManyWorks(works: number, most: { atOnce: number }): Promise<ManyWorks> {
  let count = works;
  let block = BLOCK;
  const server = createServer(({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
    const answer = (body: unknown) => {
      response.writeHead(200, { ...OPEN, "Content-Type": "application/json" });
      response.end(JSON.stringify(body));
    };
    switch (pathname) {
      case "/v1/head":
        return answer({ block });
      case "/v1/events":
        response.writeHead(200, { ...OPEN, "Content-Type": "text/event-stream" });
        return response.flushHeaders();
      case "/v1/contributions": {
        const asked = Number(searchParams.get("limit") ?? DEFAULT_LIMIT);
        const limit = asked === AS_MANY ? most.atOnce : asked;
        const from = Number(searchParams.get("cursor") ?? count + 1) - 1;
        const length = Math.min(limit, from);
        const items = Array.from({ length }, (_, place) => workOf(from - place));
        const last = from - length + 1;
        return answer({ block, items, next: last > 1 ? `${last}` : null });
      }
      default:
        response.writeHead(503, OPEN);
        return response.end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    register: (more) => {
      count += more;
      block = { ...block, number: block.number + 1 };
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
