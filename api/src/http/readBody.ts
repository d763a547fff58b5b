import { refuseBody } from "./errors.ts";

/**
 * Reads a request's body, and no more of it than `limit` bytes. Of one that says how long it is, Node reads only so much, and
 * it is taken as it comes, which costs a fraction of what a stream of the web does; any other is read until it is too long.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => refuseBody(413, `The body may have ${limit} bytes at most.`);
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > limit) throw tooLarge();
  const bytes =
    length === null
      ? await readStream(request, limit, tooLarge)
      : new Uint8Array(await request.arrayBuffer());
  // A request that was made in this process may have another length than it says.
  if (bytes.length > limit) throw tooLarge();
  return bytes;
}

async function readStream(
  request: Request,
  limit: number,
  tooLarge: () => Error,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > limit) throw tooLarge();
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
