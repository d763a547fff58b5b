const ANSWER_MS = 5_000;

/** Whether a server answers well. Throws if it cannot be reached, or takes the request and says nothing. */
export async function answersWell(url: string): Promise<boolean> {
  const { ok, body } = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
  await body?.cancel();
  return ok;
}
