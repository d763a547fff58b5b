import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

interface Heard {
  /** A request of JSON-RPC, as it was sent. */
  readonly body: string;
  /** The latest block that the client had been told of, in whole numbers. */
  readonly head: bigint;
}

/** A node that passes everything on to another, and remembers what it was asked and when. */
export async function startEavesdropper(
  rpcUrl: string,
): Promise<{ url: string; heard: readonly Heard[]; stop(): Promise<void> }> {
  const heard: Heard[] = [];
  let head = 0n;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      heard.push({ body, head });
      const headers = { "content-type": "application/json" };
      const answer = await (await fetch(rpcUrl, { method: "POST", headers, body })).text();
      head = headIn(body, answer) ?? head;
      response.writeHead(200, headers).end(answer);
    })().catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    heard,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Message {
  id: number;
  method?: string;
  result?: unknown;
}

const messagesIn = (body: string): Message[] => [JSON.parse(body)].flat();

/** What an answer says of the latest block's number, if it was asked. */
function headIn(body: string, answer: string): bigint | undefined {
  const asked = messagesIn(body).find(({ method }) => method === "eth_blockNumber");
  const found = messagesIn(answer).find(({ id }) => id === asked?.id)?.result;
  return typeof found === "string" ? BigInt(found) : undefined;
}
