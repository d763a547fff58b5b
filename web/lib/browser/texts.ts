export type Box = Pick<Storage, "getItem" | "setItem" | "key" | "length">;

/**
 * Keeps a text in the browser's box, and makes sure of it: some browsers take it without a word and keep nothing.
 * @param failure Makes the error that is thrown where it is not kept.
 */
export function keepText(
  box: Box | undefined,
  key: string,
  text: string,
  failure: (options?: ErrorOptions) => Error,
): void {
  try {
    box?.setItem(key, text);
  } catch (cause) {
    throw failure({ cause });
  }
  if (box?.getItem(key) !== text) throw failure();
}

/** All texts whose keys begin with a prefix. */
export function textsUnder(box: Box | undefined, prefix: string): string[] {
  const keys = Array.from({ length: box?.length ?? 0 }, (_, place) => box?.key(place) ?? "");
  return keys.filter((key) => key.startsWith(prefix)).flatMap((key) => box?.getItem(key) ?? []);
}
