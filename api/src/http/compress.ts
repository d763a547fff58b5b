import { pipeline, Readable, type Transform } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import Negotiator from "negotiator";

// Content codings: RFC 9110, 8.4 and 12.5.3.

/** Texts of ours. Events are not among them: each is to be there at once, and is short. */
const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/([\w.-]+\+)?json\b|application\/x-ndjson\b)/i;
/** What is sent while it is read. */
const STREAMED = /^(text\/csv|application\/x-ndjson)/i;
/** Of less there is nothing to gain: it fits into one packet. */
const THRESHOLD = 1_024;

/** Answers are made for one caller, so that time counts as much as size: higher levels take twice the time for some 5%. */
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 3,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
};
const GZIP = { level: 1 };

interface Coding {
  whole(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  stream(): Transform;
}

const CODINGS: Readonly<Record<"br" | "gzip", Coding>> = {
  br: { whole: (bytes) => brotli(bytes, BROTLI).then(copied), stream: () => createBrotliCompress(BROTLI) },
  gzip: { whole: (bytes) => zip(bytes, GZIP).then(copied), stream: () => createGzip(GZIP) },
};
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const copied = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

/** The smaller of those that will do, unless a caller would rather have none. */
function codingFor(accepted: string): "br" | "gzip" | undefined {
  const asked = new Negotiator({ headers: { "accept-encoding": accepted } });
  const names = asked.encodings(["br", "gzip", "identity"]);
  if (names[0] === "identity") return undefined;
  if (names.includes("br")) return "br";
  return names.includes("gzip") ? "gzip" : undefined;
}

/**
 * Compresses answers for those who ask for it, off the event loop. The tags of reads are weak, and stay as they are: in
 * another coding it is the same answer. A strong one becomes weak, for the bytes are others.
 */
export const compress: MiddlewareHandler = async (c, next) => {
  await next();
  const { res } = c;
  // It was packed where it is made, as what is kept packed is.
  if (res.headers.has("Content-Encoding")) return;
  const type = res.headers.get("Content-Type") ?? "";
  const isText = COMPRESSIBLE.test(type);
  // What a cache keeps is for those alone who take its coding; a 304 says so of what it stands for.
  if ((isText || res.status === 304) && !/accept-encoding/i.test(res.headers.get("Vary") ?? ""))
    res.headers.append("Vary", "Accept-Encoding");
  const accepted = c.req.header("Accept-Encoding");
  if (accepted === undefined || !isText || c.req.raw.method === "HEAD" || res.body === null) return;
  const name = codingFor(accepted);
  if (name === undefined) return;
  const coding = CODINGS[name];

  const { status, headers } = res;
  if (STREAMED.test(type)) {
    const coded = coding.stream();
    // One that fails ends the other, and whoever reads sees it cut off.
    pipeline(Readable.fromWeb(res.body as Parameters<typeof Readable.fromWeb>[0]), coded, () => undefined);
    answer(Readable.toWeb(coded) as ReadableStream<Uint8Array>);
    return;
  }
  const bytes = new Uint8Array(await res.arrayBuffer());
  answer(bytes.length < THRESHOLD ? bytes : await coding.whole(bytes), bytes.length >= THRESHOLD);

  function answer(body: BodyInit, isCoded = true): void {
    if (isCoded) {
      headers.set("Content-Encoding", name ?? "");
      headers.delete("Content-Length");
      const tag = headers.get("ETag");
      if (tag?.startsWith('"')) headers.set("ETag", `W/${tag}`);
    }
    // Else its headers would be those of both.
    c.res = undefined;
    c.res = new Response(body, { status, headers });
  }
};
