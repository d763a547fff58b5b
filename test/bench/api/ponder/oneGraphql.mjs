// Ponder brings a `graphql` of its own, some of what it asks takes the product's, and its loader the modules of either as
// well: schemas of one are nothing to the others. Loaded before Ponder, this gives all of them the product's.

import { registerHooks } from "node:module";

const OURS = new URL("../../../../node_modules/graphql/", import.meta.url).href;
const ANY = /^.*\/node_modules\/graphql\//;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (!ANY.test(found.url)) return found;
    return { ...found, url: found.url.replace(ANY, OURS).replace(/\.mjs$/, ".js"), format: "commonjs" };
  },
});
