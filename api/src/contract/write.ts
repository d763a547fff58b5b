// node api/src/contract/write.ts
//
// Writes the contract that others build on, api/openapi.json. A check holds the committed file to it.

import { writeFileSync } from "node:fs";
import { contract } from "./index.ts";

for (const { file, content } of contract()) writeFileSync(file, content);
