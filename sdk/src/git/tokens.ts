const NUL = 0;
const NEWLINE = 10;

/**
 * Cuts a stream of bytes at NUL. A piece may be as long as a commit message, and no NUL is ever inside one.
 */
export async function eachToken(
  stream: AsyncIterable<Buffer>,
  onToken: (token: Buffer) => void,
): Promise<void> {
  let carry: Buffer[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(NUL); end >= 0; end = chunk.indexOf(NUL, start)) {
      const piece = chunk.subarray(start, end);
      onToken(carry.length === 0 ? piece : Buffer.concat([...carry, piece]));
      carry = [];
      start = end + 1;
    }
    if (start < chunk.length) carry.push(chunk.subarray(start));
  }
  if (carry.length > 0) onToken(Buffer.concat(carry));
}

/** Beyond this many bytes a line is content that nobody reads; memory stays flat over a file without newlines. */
const LINE_LIMIT = 8_192;

/** Cuts a stream of bytes at newlines; of a line that spans chunks at most its first 8 KiB are kept. */
export async function eachLine(stream: AsyncIterable<Buffer>, onLine: (line: Buffer) => void): Promise<void> {
  let carry: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const piece = chunk.subarray(start, end);
      onLine(carry.length === 0 ? piece : Buffer.concat([carry, piece]));
      carry = Buffer.alloc(0);
      start = end + 1;
    }
    if (carry.length < LINE_LIMIT) carry = Buffer.concat([carry, chunk.subarray(start, start + LINE_LIMIT)]);
  }
  if (carry.length > 0) onLine(carry);
}
