import { InfoCircledIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { readNetwork } from "#lib/api/read.ts";
import { getStrings } from "#strings/server.ts";

/** On a local network: that nothing has value, and what that makes possible. */
export async function PracticeNote(): Promise<ReactNode> {
  const [t, network] = await Promise.all([getStrings(), readNetwork()]);
  if (!network?.local) return null;
  const { title, text } = t.home.practice;
  return (
    <aside className="mb-4 flex gap-3 rounded-card border border-commons/25 bg-commons-soft px-4 py-3.5 text-sm">
      <InfoCircledIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-commons" />
      <p>
        <strong className="font-semibold">{title}.</strong> {text}
      </p>
    </aside>
  );
}
