import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SCHEMA } from "../index/ponder.ts";
import { launch, type Server, type ServerOptions } from "./servers.ts";

const VERSION = "5.1.5";

/**
 * https://postgraphile.org over the same tables, in a process of its own as the others are. It is no dependency of the
 * project: npm brings it when the benchmark runs.
 */
export async function servePostgraphile(options: ServerOptions): Promise<Server> {
  const folder = path.join(options.folder, "postgraphile");
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "postgraphile-bench", private: true, type: "module" };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(path.join(folder, "server.js"), SOURCE);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", `postgraphile@${VERSION}`], {
    cwd: folder,
    stdio: "pipe",
  });
  return launch("postgraphile", options, "/graphql?query=%7B__typename%7D", (port) => ({
    args: ["server.js"],
    cwd: folder,
    env: { PORT: String(port), INDEX_SCHEMA: SCHEMA, GRAPHILE_ENV: "production", NODE_ENV: "production" },
  }));
}

// Tables of Ponder have no foreign keys: smart tags say what belongs to what, and the names are those of Ponder's.
const SOURCE = `
import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";
import { jsonPgSmartTags } from "postgraphile/utils";

const { DATABASE_URL, INDEX_SCHEMA, PORT } = process.env;
const belongs = { tags: { foreignKey: "(contribution) references " + INDEX_SCHEMA + ".contribution (id)" } };
const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: { [INDEX_SCHEMA + ".contributor_share"]: belongs, [INDEX_SCHEMA + ".round"]: belongs },
      },
    }),
  ],
  schema: { defaultBehavior: "+list -mutation -insert -update -delete" },
  pgServices: [makePgService({ connectionString: DATABASE_URL, schemas: [INDEX_SCHEMA], poolConfig: { max: 10 } })],
  grafserv: { graphqlPath: "/graphql", graphqlOverGET: true },
  grafast: { explain: false },
};
const server = createServer();
const serving = postgraphile(preset).createServ(grafserv);
await serving.addTo(server);
server.listen(Number(PORT), "127.0.0.1");
`;
