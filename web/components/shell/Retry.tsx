"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { Button } from "#components/ui/Button.tsx";

export function Retry({ label }: { label: string }): ReactNode {
  const router = useRouter();
  const [isRetrying, startTransition] = useTransition();
  return (
    <Button
      busy={isRetrying}
      onClick={() => startTransition(() => router.refresh())}
      className="needs-script"
    >
      {label}
    </Button>
  );
}
