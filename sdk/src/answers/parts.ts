/** Fields in two halves, which together are all of them. */
export function halvesOf(fields: readonly string[]): readonly (readonly string[])[] {
  const halves = [0, 1].map((half) => fields.filter((_, i) => i % 2 === half));
  return halves.filter(({ length }) => length > 0);
}

/** What is left of an object whose other fields were not asked for. */
export function partOf(whole: object, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(whole).filter(([field]) => fields.includes(field)));
}

/** Asks for more than a route does. */
export const routeWith = (route: string, query: string): string =>
  `${route}${route.includes("?") ? "&" : "?"}${query}`;

/** Asks for some fields only. */
export const partRoute = (route: string, fields: readonly string[]): string =>
  routeWith(route, `fields=${fields.join(",")}`);
