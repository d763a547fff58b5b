"use client";

import { useRef, useState } from "react";
import { useStrings } from "#strings/index.ts";
import { type FileEvidence, hashFile, MAX_FILE_BYTES, mergeFiles, type NamedFile } from "../model/hash.ts";

interface Hashing {
  /** How far it is, or what went wrong, in words. */
  readonly said: string;
  readonly add: (files: Promise<readonly NamedFile[]>) => void;
}

/** Hashes files one after the other, so that only one at a time is in memory, and adds them when all are done. */
export function useHashing(files: readonly FileEvidence[], onAdd: (files: FileEvidence[]) => void): Hashing {
  const t = useStrings().submit.files;
  const [said, setSaid] = useState("");
  // What is there when the last file is hashed, which may be more than when the first one was.
  const present = useRef(files);
  present.current = files;

  const hashAll = async (wanted: Promise<readonly NamedFile[]>) => {
    const named = await wanted;
    const done: FileEvidence[] = [];
    const troubles: string[] = [];
    for (const each of named) {
      setSaid(t.hashing(done.length, named.length));
      if (each.file.size > MAX_FILE_BYTES) troubles.push(t.tooLarge(each.path));
      else
        await hashFile(each).then(
          (file) => done.push(file),
          () => troubles.push(t.unreadable(each.path)),
        );
    }
    if (done.length > 0) onAdd(mergeFiles(present.current, done));
    setSaid([...troubles, done.length > 0 ? t.added(done.length) : ""].join(" ").trim());
  };
  return { said, add: (wanted) => void hashAll(wanted).catch(() => setSaid(t.unreadable(""))) };
}
