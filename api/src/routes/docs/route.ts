import { readFile } from "node:fs/promises";
import { Hono } from "hono";

const PACKAGE = import.meta.resolve("swagger-ui-dist/package.json");

/** Swagger UI's own files, and nothing else of its package. */
const FILES = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
} as const;

/** Everything comes from here. Swagger UI sets styles in place, which need the one exception. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
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
<title>Azora's API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="page"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#page", deepLinking: true, validatorUrl: null });
`;

/** A page on which the API can be read and tried. */
export function docsRoutes(): Hono {
  const routes = new Hono()
    .get("/docs", (c) => c.html(PAGE, 200, { "Content-Security-Policy": POLICY }))
    .get("/docs/start.js", (c) => c.body(START, 200, { "Content-Type": FILES["swagger-ui-bundle.js"] }));
  for (const [file, type] of Object.entries(FILES)) {
    const path = new URL(file, PACKAGE);
    routes.get(`/docs/${file}`, async (c) =>
      c.body(await readFile(path), 200, { "Content-Type": type, "Cache-Control": "public, max-age=3600" }),
    );
  }
  return routes;
}
