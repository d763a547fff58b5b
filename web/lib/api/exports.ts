import { readApiUrls } from "#lib/config.ts";
import { ApiUnavailable } from "./ApiUnavailable.ts";

/**
 * The rows of a whole list of the API, as they come. Who has enough leaves the loop, and the API stops.
 * @throws ApiUnavailable
 */
export async function* readExport<Row>(list: string): AsyncGenerator<Row, void> {
  const url = new URL(`/v1/exports/${list}`, readApiUrls().server);
  try {
    // Next to each other, it costs both more to compress than to send.
    const response = await fetch(url, { cache: "no-store", headers: { "Accept-Encoding": "identity" } });
    if (!response.ok || response.body === null) throw new Error(`It answered ${response.status}.`);
    for await (const line of linesOf(response.body)) {
      const row: Row = JSON.parse(line);
      yield row;
    }
  } catch (cause) {
    throw new ApiUnavailable(`The API did not give all of ${list}.`, { cause });
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  // An answer that was cut off ends in the middle of a line, or with an error of the stream.
  if (rest !== "") throw new Error("It ended in the middle of a line.");
}
