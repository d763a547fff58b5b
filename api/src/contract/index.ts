import { fileURLToPath } from "node:url";
import { openApiJson } from "./document.ts";

/** What is committed of the API for others to build on, as it follows from the code. */
export function contract(): { file: string; content: string }[] {
  return [{ file: at("openapi.json"), content: openApiJson() }];
}

const at = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
