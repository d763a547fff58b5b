/** An event that does not fit what came before it: a gap in the logs, or logs of another deployment. */
export class ViewGapError extends Error {
  override name = "ViewGapError";
}
