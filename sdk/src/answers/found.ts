/** What an answer was held to be there for is gone from the chain, by a reorganisation. */
export class GoneError extends Error {
  override name = "GoneError";
}

export function found<thing>(thing: thing | undefined, what: string): thing {
  if (thing === undefined) throw new GoneError(`The chain has no ${what} any more. Try again.`);
  return thing;
}
