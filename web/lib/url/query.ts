/** The parameters of an address, as Next gives them to a page. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The value of a parameter; of one that is given twice, the first. */
export function one(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === "" ? undefined : first;
}

/** The value of a parameter if it is one of these; anything else is as good as absent. */
export function choice<const Choice extends string>(
  params: SearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = one(params, name);
  return choices.find((each) => each === value);
}

/** The value of a parameter if it has this form. */
export function matching(params: SearchParams, name: string, pattern: RegExp): string | undefined {
  const value = one(params, name)?.trim();
  return value !== undefined && pattern.test(value) ? value : undefined;
}

export const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
export const BYTES32 = /^0x[0-9a-fA-F]{64}$/;

/** An address with these parameters; those without a value are left out, so that a page has one address only. */
export function href(path: string, params: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}
