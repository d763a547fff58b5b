/** Bytes that are not what they should be. */
export class MalformedError extends Error {
  override name = "MalformedError";
}

/** Reads bytes of strangers from front to back, and never beyond their end. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(count: number): Buffer {
    if (count > this.left)
      throw new MalformedError(`${count} bytes were announced and ${this.left} are there`);
    const taken = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += count;
    return taken;
  }

  u8(): number {
    return this.take(1).readUInt8();
  }

  u16(): number {
    return this.take(2).readUInt16BE();
  }

  u32(): number {
    return this.take(4).readUInt32BE();
  }

  /** SSH's string: its length, then its bytes (RFC 4251, section 5). */
  string(): Buffer {
    return this.take(this.u32());
  }

  /** OpenPGP's number: its length in bits, then its bytes (RFC 9580, section 3.2). */
  mpi(): Buffer {
    return this.take(Math.ceil(this.u16() / 8));
  }

  /** Everything that is left. */
  rest(): Buffer {
    return this.take(this.left);
  }

  /** @throws MalformedError if anything is left */
  end(): void {
    if (this.left > 0) throw new MalformedError(`${this.left} bytes follow the end`);
  }
}

/** A whole number in exactly `size` bytes: without leading zeros, or with more of them, it is the same number. */
export function padded(number: Uint8Array, size: number): Buffer {
  const first = number.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.alloc(0) : Buffer.from(number.subarray(first));
  if (digits.length > size) throw new MalformedError(`a number has more than ${size} bytes`);
  return Buffer.concat([Buffer.alloc(size - digits.length), digits]);
}

/** The bytes between two lines of armour; headers, comments and a checksum of OpenPGP's are left out. */
export function unarmoured(text: string, label: string): Buffer {
  const lines = text.trim().split(/\r?\n/);
  if (
    lines.shift()?.trim() !== `-----BEGIN ${label}-----` ||
    lines.pop()?.trim() !== `-----END ${label}-----`
  )
    throw new MalformedError(`it is not between the lines "BEGIN ${label}" and "END ${label}"`);
  // Headers end with an empty line, and SSH has none of them.
  const empty = lines.findIndex((line) => line.trim() === "");
  const body = lines.slice(empty + 1).filter((line) => !line.startsWith("="));
  const base64 = body.join("").replaceAll(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new MalformedError("it is not in base64");
  return Buffer.from(base64, "base64");
}
