"use client";

import { Cross2Icon, UploadIcon } from "@radix-ui/react-icons";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { IconButton } from "#components/ui/IconButton.tsx";
import { cx } from "#lib/cx.ts";
import { formatBytes } from "#lib/format/bytes.ts";
import { shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";
import { chosenFiles, droppedFiles } from "../model/dropped.ts";
import type { FileEvidence } from "../model/hash.ts";
import type { Section } from "./section.ts";
import { useHashing } from "./useHashing.ts";

const SHOWN = 8;

/** The files that show the work, dropped or chosen. */
export function FilesField({ draft: { files }, problems, change }: Section): ReactNode {
  const t = useStrings().submit.files;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { said, add } = useHashing(files, (next) => change({ files: next }));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(droppedFiles(event.dataTransfer));
  };
  return (
    <Card title={t.heading}>
      <p className="mb-3 text-muted text-sm">{t.hint}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "flex flex-col items-center gap-2 rounded-card border border-dashed px-4 py-6 text-center text-sm transition-colors",
          isOver ? "border-accent bg-accent-soft" : "border-edge",
          problems.files !== undefined && "border-bad",
        )}
      >
        <UploadIcon aria-hidden="true" className="size-5 text-faint" />
        <p className="text-muted">{t.drop}</p>
        <Button size="small" onClick={() => input.current?.click()} aria-describedby="files-problem">
          {t.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            if (target.files) add(Promise.resolve(chosenFiles(target.files)));
            target.value = "";
          }}
        />
      </div>
      <p id="files-problem" className="mt-2 text-bad text-sm empty:hidden">
        {problems.files}
      </p>
      <p role="status" className="mt-2 text-muted text-sm empty:absolute">
        {said}
      </p>
      {files.length > 0 && <FileList files={files} onChange={(next) => change({ files: next })} />}
    </Card>
  );
}

interface FileListProps {
  files: readonly FileEvidence[];
  onChange: (files: readonly FileEvidence[]) => void;
}

function FileList({ files, onChange }: FileListProps): ReactNode {
  const t = useStrings().submit.files;
  const size = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const more = files.length - SHOWN;
  return (
    <div className="mt-4 text-sm">
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted">{t.all(files.length, formatBytes(size))}</p>
        <Button size="small" variant="quiet" onClick={() => onChange([])}>
          {t.clear}
        </Button>
      </div>
      <ul aria-label={t.caption} className="mt-1 divide-y">
        {files.slice(0, SHOWN).map((file) => (
          <li key={file.path} className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate">{file.path}</span>
            <span className="figure shrink-0 text-muted">{formatBytes(file.bytes)}</span>
            <code className="hidden shrink-0 text-faint text-xs sm:block">{shortHex(file.sha256)}</code>
            <IconButton
              label={t.remove(file.path)}
              onClick={() => onChange(files.filter(({ path }) => path !== file.path))}
            >
              <Cross2Icon />
            </IconButton>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="pt-2 text-faint text-xs">{t.more(more)}</p>}
    </div>
  );
}
