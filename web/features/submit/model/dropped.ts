import type { NamedFile } from "./hash.ts";

/** What git keeps for itself, and what a desktop leaves behind. */
const LEFT_OUT = new Set([".git", ".DS_Store"]);

/** The files that were chosen in a dialog. */
export function chosenFiles(list: FileList): NamedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * The files that were dropped, folders with all that is in them. It must be called while the drop is being handled: after
 * that, browsers forget what it was.
 */
export function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return all(entries);
}

async function all(entries: readonly FileSystemEntry[]): Promise<NamedFile[]> {
  const wanted = entries.filter(({ name }) => !LEFT_OUT.has(name));
  return (await Promise.all(wanted.map(read))).flat();
}

async function read(entry: FileSystemEntry): Promise<NamedFile[]> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isFile(entry)) return [{ path, file: await new Promise<File>((ok, no) => entry.file(ok, no)) }];
  return isFolder(entry) ? all(await children(entry)) : [];
}

/** A reader gives its children in batches, and an empty one at the end. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((ok, no) => reader.readEntries(ok, no));
    if (batch.length === 0) return found;
    found.push(...batch);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
