import { createHash } from "node:crypto";
import { emailIdentity } from "../identity.ts";
import { cleanText } from "../manifest/index.ts";
import { MalformedError } from "./ByteReader.ts";

/** What a commit object says of itself, as far as a proof needs it. */
export interface CommitObject {
  /** As `emailIdentity` has it, from the object itself: no mailmap plays a part. */
  author: string;
  committer: string;
  /** What was signed: the object without the signature's own header. */
  payload: Buffer;
  /** Armoured; undefined for a commit without one. */
  signature: string | undefined;
}

const LF = 0x0a;
/** Strict: a line that two programs could read in two ways is nobody's. */
const PERSON = /^([^<>\n]*) <([^<>\n]*)> \d+ [+-]\d{4}$/;

/** The name that an object has by its content, in hex. */
export function objectName(kind: "commit", content: Uint8Array, length: number): string {
  const hash = createHash(length === 64 ? "sha256" : "sha1");
  return hash.update(`${kind} ${content.length}\0`).update(content).digest("hex");
}

/**
 * Reads a commit object, and takes its own signature out of it as git does.
 * @param name Its name, which it must have by its content; its length says by which hash.
 * @throws MalformedError
 */
export function parseCommit(name: string, content: Buffer): CommitObject {
  if (objectName("commit", content, name.length) !== name) throw new MalformedError("it has another name");
  if (content.includes(0)) throw new MalformedError("it has a byte that no commit may have");
  const { headers, payload } = splitHeaders(content, name.length === 64 ? "gpgsig-sha256" : "gpgsig");
  const [tree, ...rest] = headers;
  const [author, committer, ...others] = rest.slice(rest.findIndex(({ key }) => key !== "parent"));
  const inOrder = tree?.key === "tree" && author?.key === "author" && committer?.key === "committer";
  if (!inOrder || others.some(({ key }) => ["tree", "parent", "author", "committer"].includes(key)))
    throw new MalformedError("its headers are not in order");
  const signatures = others.filter(({ key }) => key.startsWith("gpgsig"));
  const [signature] = signatures;
  if (signatures.length > 1) throw new MalformedError("it has more than one signature");
  if (signature !== undefined && signature.key !== (name.length === 64 ? "gpgsig-sha256" : "gpgsig"))
    throw new MalformedError("its signature is for another form of it");
  return {
    author: identityOf(author.value),
    committer: identityOf(committer.value),
    payload,
    signature: signature?.value,
  };
}

interface Header {
  key: string;
  value: string;
}

/** Headers with their continued lines, and the object without the header of the signature. */
function splitHeaders(content: Buffer, signature: string): { headers: Header[]; payload: Buffer } {
  const headers: Header[] = [];
  const kept: Buffer[] = [];
  for (let at = 0; at < content.length; ) {
    if (content[at] === LF) {
      kept.push(content.subarray(at));
      break;
    }
    const newline = content.indexOf(LF, at);
    const end = newline < 0 ? content.length : newline + 1;
    addLine(headers, content.subarray(at, newline < 0 ? end : newline).toString("utf8"));
    if (headers.at(-1)?.key !== signature) kept.push(content.subarray(at, end));
    at = end;
  }
  return { headers, payload: Buffer.concat(kept) };
}

/** A line that begins with a space goes on from the one before. */
function addLine(headers: Header[], line: string): void {
  if (line.startsWith(" ")) {
    const last = headers.at(-1);
    if (last === undefined) throw new MalformedError("its first line goes on from nothing");
    last.value += `\n${line.slice(1)}`;
    return;
  }
  const [key = "", ...rest] = line.split(" ");
  headers.push({ key, value: rest.join(" ") });
}

function identityOf(person: string): string {
  const email = PERSON.exec(person)?.[2];
  if (email === undefined) throw new MalformedError("a person in it cannot be read");
  return emailIdentity(cleanText(email, 1_000));
}
