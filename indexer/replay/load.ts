import { readdirSync } from "node:fs";
import { registerHooks } from "node:module";
import type { Handler } from "./registry.ts";

/** What Ponder puts in place of the modules that only it knows. */
const VIRTUAL: Readonly<Record<string, URL>> = {
  "ponder:registry": new URL("./registry.ts", import.meta.url),
  "ponder:schema": new URL("../ponder.schema.ts", import.meta.url),
};

const SOURCE = new URL("../src/", import.meta.url);

let loaded: Promise<ReadonlyMap<string, Handler>> | undefined;

/** The very handlers that Ponder runs, by contract and event. */
export function loadHandlers(): Promise<ReadonlyMap<string, Handler>> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ReadonlyMap<string, Handler>> {
  registerHooks({
    resolve(specifier, context, next) {
      const url = VIRTUAL[specifier];
      return url === undefined ? next(specifier, context) : { url: url.href, shortCircuit: true };
    },
  });
  const { handlers } = await import("./registry.ts");
  for (const file of readdirSync(SOURCE)) if (file.endsWith(".ts")) await import(new URL(file, SOURCE).href);
  return handlers;
}
