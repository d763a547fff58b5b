/** A failure that has been understood: its message is all that people need to see. */
export class LocalFailure extends Error {
  override name = "LocalFailure";
}
