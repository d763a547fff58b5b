import { expect } from "chai";
import { checkImports } from "./imports.ts";

const EXPORTS = {
  sdk: [".", "./node"],
  indexer: ["./schema", "./replay", "./config"],
  api: ["."],
  web: ["."],
};

function check(path: string, ...specifiers: string[]): string[] {
  const quoted = specifiers.map((specifier) => JSON.stringify(specifier));
  const text = path.endsWith(".sol")
    ? quoted.map((specifier) => `import {A} from ${specifier};`).join("\n")
    : quoted.map((specifier, index) => `import { a as a${index} } from ${specifier};`).join("\n");
  return checkImports([{ path, text }], EXPORTS);
}

describe("check: import directions", () => {
  const FORBIDDEN: [string, string, RegExp][] = [
    ["contracts/A.sol", "../sdk/src/A.sol", /contracts may import no other part/],
    ["contracts/A.sol", "../test/support/A.sol", /contracts may import no other part/],
    ["sdk/src/a.ts", "../../contracts/a.ts", /sdk may import no other part/],
    ["sdk/src/a.ts", "@azora/indexer/schema", /sdk may import no other part/],
    ["sdk/src/a.ts", "@azora/api", /sdk may import no other part/],
    ["sdk/src/a.ts", "@azora/web", /sdk may import no other part/],
    ["sdk/src/a.ts", "../../scripts/postgres.ts", /sdk may import no other part/],
    ["sdk/src/a.ts", "ponder", /no server, index or view code/],
    ["sdk/src/a.ts", "@ponder/client", /no server, index or view code/],
    ["sdk/src/a.ts", "hono/cors", /no server, index or view code/],
    ["sdk/src/a.ts", "react", /no server, index or view code/],
    ["indexer/src/a.ts", "@azora/api", /indexer may import sdk$/],
    ["indexer/src/a.ts", "@azora/web", /indexer may import sdk$/],
    ["api/src/a.ts", "@azora/web", /api may import sdk and indexer/],
    ["api/src/a.ts", "../../web/lib/a.ts", /api may import sdk and indexer/],
    ["api/src/a.ts", "../../sdk/src/node.ts", /by its name, @azora\/sdk/],
    ["api/src/a.ts", "@azora/sdk/src/node.ts", /does not export "\.\/src\/node\.ts"/],
    ["api/src/a.ts", "@azora/indexer/config", /import @azora\/indexer\/schema only/],
    ["api/src/a.ts", "@azora/indexer/replay", /import @azora\/indexer\/schema only/],
    ["web/app/page.tsx", "@azora/api", /web may import sdk$/],
    ["web/app/page.tsx", "../../indexer/ponder.schema.ts", /web may import sdk$/],
    ["test/support/a.ts", "../../sdk/src/node.ts", /by its name, @azora\/sdk/],
  ];
  for (const [path, specifier, problem] of FORBIDDEN) {
    it(`forbids ${specifier} in ${path}`, () => {
      expect(check(path, specifier)).to.have.length(1).and.to.match(problem);
    });
  }

  it("allows the arrows, one's own files and other people's packages", () => {
    expect([
      ...check("contracts/A.sol", "./types/B.sol", "@openzeppelin/contracts/token/ERC20/IERC20.sol"),
      ...check("test/contracts/fuzz/A.t.sol", "../../../contracts/A.sol"),
      ...check("sdk/src/a.ts", "./node.ts", "../generated/abis.ts", "viem", "zod", "node:path", "reactivity"),
      ...check("indexer/src/a.ts", "@azora/sdk", "ponder:registry", "ponder"),
      ...check("api/src/routes/a.ts", "@azora/sdk/node", "@azora/indexer/schema", "../b.ts", "hono"),
      ...check("api/src/workers/auditor/a.ts", "@azora/indexer/replay"),
      ...check("test/bench/index/a.ts", "@azora/indexer/config"),
      ...check("api/src/a.test.ts", "../../scripts/postgres.ts"),
      ...check("api/src/testing/a.ts", "../../../scripts/postgres.ts"),
      ...check("web/app/page.tsx", "@azora/sdk", "react", "../lib/a.ts"),
      ...check("scripts/start.ts", "@azora/sdk", "../deploy/a.ts"),
    ]).to.deep.equal([]);
  });

  it("sees dynamic imports and re-exports, and not what stands in comments or strings", () => {
    const text = `
      export * from "@azora/web";
      const late = await import("@azora/web");
      // import "@azora/web";
      const words = 'import { a } from "@azora/web"';`;
    expect(checkImports([{ path: "api/src/a.ts", text }], EXPORTS)).to.have.length(2);
  });
});
