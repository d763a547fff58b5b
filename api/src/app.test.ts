import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { contract } from "./contract/index.ts";
import { useApi } from "./testing/api.ts";

describe("api: what all routes have in common", () => {
  const api = useApi();

  it("answers what is not there, and what may not be done, as problems", async () => {
    expect((await api().refused("/v1/nothing", 404)).title).to.equal("Not Found");
    await api().refused("/", 404);
    const { detail } = await api().refused("/v1/contributions", 405, { method: "DELETE" });
    expect(detail).to.equal("/v1/contributions takes GET, HEAD, not DELETE.");
    const response = await api().fetch("/v1/contributions", { method: "POST" });
    expect(response.headers.get("allow")).to.equal("GET, HEAD");
  });

  it("lets any page read, and upload evidence, without credentials", async () => {
    const preflight = await api().fetch(`/v1/evidence/0x${"0".repeat(64)}`, {
      method: "OPTIONS",
      headers: {
        Origin: "https://example.org",
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "content-type",
      },
    });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get("access-control-allow-methods")).to.include("PUT");
    expect(preflight.headers.get("access-control-allow-credentials")).to.equal(null);
    for (const path of ["/v1/head", "/v1/nothing", "/graphql?query={block{number}}"]) {
      const { headers } = await api().fetch(path, { headers: { Origin: "https://example.org" } });
      expect(headers.get("access-control-allow-origin"), path).to.equal("*");
      expect(headers.get("access-control-expose-headers"), path).to.include("Azora-Block");
      expect(headers.get("x-content-type-options"), path).to.equal("nosniff");
    }
  });

  it("answers HEAD like GET, without the body", async () => {
    for (const path of ["/v1/protocol", "/graphql?query={block{number}}"]) {
      const response = await api().fetch(path, { method: "HEAD" });
      expect([response.status, await response.text()], path).to.deep.equal([200, ""]);
      expect(response.headers.get("azora-block"), path).to.match(/^40;/);
    }
  });

  it("shows a page that loads nothing from elsewhere", async () => {
    const page = await api().fetch("/docs");
    expect(page.headers.get("content-security-policy")).to.match(/default-src 'none'; script-src 'self';/);
    const html = await page.text();
    expect(html).to.not.match(/https?:/);
    const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(parts).to.have.length(3);
    for (const path of [...parts, "/openapi.json"]) {
      const response = await api().fetch(path);
      expect(response.status, path).to.equal(200);
      expect((await response.text()).length).to.be.above(50);
    }
    await api().refused("/docs/package.json", 404);
    await api().refused("/docs/..%2fpackage.json", 404);
  });

  it("describes each route: the committed documents are what the code says", () => {
    for (const [path, content] of Object.entries(contract())) {
      const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
      expect(readFileSync(file, "utf8") === content, `${path} has drifted: npm run format`).to.equal(true);
    }
  });

  it("names each route in docs/api.md", () => {
    const text = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
    const { paths }: { paths: Record<string, object> } = JSON.parse(contract()["api/openapi.json"] ?? "");
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.length).to.be.above(15);
    expect(routes.filter((route) => !text.includes(`\`${route}\``))).to.deep.equal([]);
  });

  it("serves the description that is committed", async () => {
    const served = await (await api().fetch("/openapi.json")).json();
    expect(served).to.deep.equal(JSON.parse(contract()["api/openapi.json"] ?? ""));
  });
});
