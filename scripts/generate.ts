// node scripts/generate.ts
//
// Writes sdk/src/generated from the compiled contracts and the public deployments, so that ABIs, enums and constants have
// one home, which is Solidity; the types of the API's client from its OpenAPI document and its GraphQL schema; and the
// articles from docs/constitution.md. Files are written only when their content changes.

import { join } from "node:path";
import { generateAbis } from "./generate/abis.ts";
import { generateApi } from "./generate/api.ts";
import { generateArticles } from "./generate/articles.ts";
import { ROOT } from "./generate/artifacts.ts";
import { generateConstants } from "./generate/constants.ts";
import { generateDeployments } from "./generate/deployments.ts";
import { generateEnums } from "./generate/enums.ts";
import { GenerateError } from "./generate/GenerateError.ts";
import { generateGraphql } from "./generate/graphql.ts";
import { writeChanged } from "./generate/writeChanged.ts";

const FOLDER = join(ROOT, "sdk", "src", "generated");

const FILES: Readonly<Record<string, () => string | Promise<string>>> = {
  "abis.ts": generateAbis,
  "enums.ts": generateEnums,
  "constants.ts": generateConstants,
  "deployments.ts": generateDeployments,
  "articles.ts": generateArticles,
  "api.ts": generateApi,
  "graphql.ts": generateGraphql,
};

try {
  for (const [name, generate] of Object.entries(FILES)) writeChanged(join(FOLDER, name), await generate());
} catch (error) {
  if (!(error instanceof GenerateError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
