import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** Set where the title is the page's own heading. */
  level?: 1 | 2;
  /** Why it is empty, and what would fill it. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, level, children, action }: EmptyStateProps): ReactNode {
  const Title = level === undefined ? "p" : (`h${level}` as const);
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center">
      <Title className="font-semibold">{title}</Title>
      <div className="text-muted text-sm">{children}</div>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
