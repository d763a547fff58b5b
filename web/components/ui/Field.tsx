import { type ComponentProps, type ReactNode, useId } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";
import { cx } from "#lib/cx.ts";

const CONTROL =
  "w-full rounded-control border border-edge bg-surface px-3 text-ink placeholder:text-faint hover:border-faint aria-invalid:border-bad disabled:opacity-60 [&[readonly]]:bg-sunken";

/** What ties a control to its label, hint and error; spread it onto the control. */
export interface ControlProps {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  /** Draws the control. */
  children: (control: ControlProps) => ReactNode;
}

export function Field({ label, hint, error, optional = false, children }: FieldProps): ReactNode {
  const id = useId();
  const { words } = useApp();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
        {optional && <span className="ml-1.5 font-normal text-faint">{words.optional}</span>}
      </label>
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-bad text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

export function Input({ className, ...rest }: ComponentProps<"input">): ReactNode {
  return <input {...rest} className={cx(CONTROL, "h-10", className)} />;
}

/** For an account or a contract. */
export function AddressInput(props: ComponentProps<"input">): ReactNode {
  return (
    <Input placeholder="0x…" autoComplete="off" spellCheck={false} className="font-mono text-sm" {...props} />
  );
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">): ReactNode {
  return <textarea {...rest} className={cx(CONTROL, "py-2", className)} />;
}

export function Select({ className, ...rest }: ComponentProps<"select">): ReactNode {
  return <select {...rest} className={cx(CONTROL, "h-10 pr-8", className)} />;
}
