/** Something that people can put right; its message says how. */
export class GenerateError extends Error {
  override name = "GenerateError";
}
