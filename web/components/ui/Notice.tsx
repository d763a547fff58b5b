import {
  CheckCircledIcon,
  CrossCircledIcon,
  ExclamationTriangleIcon,
  InfoCircledIcon,
} from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";

const TONES = {
  info: { Icon: InfoCircledIcon, className: "bg-accent-soft text-accent" },
  good: { Icon: CheckCircledIcon, className: "bg-good-soft text-good" },
  warning: { Icon: ExclamationTriangleIcon, className: "bg-commons-soft text-commons" },
  bad: { Icon: CrossCircledIcon, className: "bg-bad-soft text-bad" },
} as const;

interface NoticeProps {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  /** `status` is read out when it changes, `alert` at once. */
  role?: "status" | "alert";
  children?: ReactNode;
}

export function Notice({ tone = "info", title, role, children }: NoticeProps): ReactNode {
  const { Icon, className } = TONES[tone];
  return (
    <div {...(role && { role })} className={cx("flex gap-3 rounded-card px-4 py-3 text-sm", className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  );
}
