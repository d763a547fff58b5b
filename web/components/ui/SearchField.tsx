import { MagnifyingGlassIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { Input } from "./Field.tsx";

interface SearchFieldProps {
  label: string;
  /** What is looked for now. */
  value: string | undefined;
}

/** Words that a list is searched for, under `q` in its form. */
export function SearchField({ label, value }: SearchFieldProps): ReactNode {
  return (
    <div className="relative min-w-48 flex-1">
      <MagnifyingGlassIcon aria-hidden="true" className="absolute top-3 left-3 size-4 text-faint" />
      <Input
        key={value}
        type="search"
        name="q"
        defaultValue={value}
        maxLength={100}
        aria-label={label}
        placeholder={label}
        className="pl-9"
      />
    </div>
  );
}
