import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./artifacts.ts";
import { GenerateError } from "./GenerateError.ts";

const FILE = join(ROOT, "api", "schema.graphql");

/** What the pages of a list are made of is the same for every list. */
const OF_PAGES = /(Edge|Connection)$|^PageInfo$|^Subscription$/;

const DESCRIPTION = /"""[\s\S]*?"""/g;
const ARGUMENTS = /\([^)]*\)/g;
const TYPE = /^type (\w+)[^{]*\{([^}]*)\}/gm;
const FIELD = /^\s*(\w+): \[?(\w+)[\]!]*$/;

/**
 * The fields of each type of the API's GraphQL with the names of their types. Its committed schema is printed by a program,
 * always in the same form.
 */
export function generateGraphql(): string {
  const text = readFileSync(FILE, "utf8").replace(DESCRIPTION, "").replace(ARGUMENTS, "");
  const types = [...text.matchAll(TYPE)].flatMap(([, type = "", body = ""]) =>
    OF_PAGES.test(type) ? [] : [`  ${type}: { ${fieldsIn(type, body).join(", ")} },`],
  );
  if (types.length === 0) throw new GenerateError("api/schema.graphql has no types.");
  return `/** Fields of each type, with the name of their type: lists and what may be null look like the rest. */
export const graphqlTypes = {
${types.join("\n")}
} as const;
`;
}

const fieldsIn = (type: string, body: string): string[] =>
  body
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, name, of] = FIELD.exec(line) ?? [];
      if (name === undefined)
        throw new GenerateError(`api/schema.graphql: ${type} has no field in "${line}".`);
      return `${name}: "${of}"`;
    });
