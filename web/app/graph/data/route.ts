import { pictureOf, readGraph } from "#features/graph/readGraph.ts";
import { ApiUnavailable } from "#lib/api/ApiUnavailable.ts";

/** What the picture of the graph is drawn from, for the browser, which asks when the page says that it has changed. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { body, version } = pictureOf((await readGraph()).graph);
    const etag = `"${version}"`;
    const headers = { ETag: etag, "Cache-Control": "no-cache" };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
  } catch (error) {
    if (error instanceof ApiUnavailable) return new Response(null, { status: 503 });
    throw error;
  }
}
