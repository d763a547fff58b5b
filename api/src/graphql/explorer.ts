import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { Hono } from "hono";

/** GraphiQL, as the makers of Yoga bundle it with its editor, so that nothing of it comes from elsewhere. */
const load = () => import("@graphql-yoga/render-graphiql/graphiql");

const SCRIPT = "text/javascript; charset=utf-8";
const FILES = {
  "graphiql.js": [SCRIPT, "js"],
  "graphiql.css": ["text/css; charset=utf-8", "css"],
  "editor.js": [SCRIPT, "editorWorkerService"],
  "json.js": [SCRIPT, "jsonWorker"],
  "graphql.js": [SCRIPT, "graphqlWorker"],
} as const satisfies Record<string, readonly [string, keyof Awaited<ReturnType<typeof load>>]>;

/** Everything comes from here. The editor sets styles in place and has its icons in its style sheet. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Azora's GraphQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphql/explorer/graphiql.css">
</head>
<body class="no-focus-outline">
<noscript>This page needs JavaScript; the schema in words is in the API's repository, as api/schema.graphql.</noscript>
<div id="root"></div>
<script src="/graphql/explorer/workers.js"></script>
<script src="/graphql/explorer/graphiql.js"></script>
<script src="/graphql/explorer/start.js"></script>
</body>
</html>
`;

const WORKERS = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => "/graphql/explorer/" + (label === "json" || label === "graphql" ? label : "editor") + ".js",
};
`;

const QUERY = `# All of one answer holds as of one block. Everything is described in the panel on the left.
{
  block { number timestamp }
  protocol { supply contributions people }
  contributions(first: 5) {
    edges { node { number title phase amount contributors { kind weight } } }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const START = `YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), ${JSON.stringify({
  title: "Azora",
  defaultQuery: QUERY,
})});
`;

const LASTING = "public, max-age=3600";
const zip = promisify(gzip);

export const explorerPage = (): Response =>
  new Response(PAGE, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      Vary: "Accept",
    },
  });

/** What the page is made of. It is read and packed when somebody first asks, as few do: 9 MB, and 2 MB on the way. */
export function explorerFiles(): Hono {
  const routes = new Hono()
    .get("/graphql/explorer/workers.js", (c) => c.body(WORKERS, 200, { "Content-Type": SCRIPT }))
    .get("/graphql/explorer/start.js", (c) => c.body(START, 200, { "Content-Type": SCRIPT }));
  for (const [file, [type, name]] of Object.entries(FILES)) {
    let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;
    routes.get(`/graphql/explorer/${file}`, async (c) => {
      const headers = { "Content-Type": type, "Cache-Control": LASTING, Vary: "Accept-Encoding" };
      const text = (await load())[name];
      if (!/\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "")) return c.body(text, 200, headers);
      packed ??= zip(text).then((bytes) => new Uint8Array(bytes));
      return c.body(await packed, 200, { ...headers, "Content-Encoding": "gzip" });
    });
  }
  return routes;
}
