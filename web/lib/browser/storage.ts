/** Merely touching it throws where a browser keeps nothing for this site. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
