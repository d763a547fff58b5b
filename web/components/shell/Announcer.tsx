import type { ReactNode } from "react";
import { ANNOUNCER } from "#lib/announce.ts";

/** The page's one place for short news that screen readers say; see `announce`. */
export function Announcer(): ReactNode {
  return <div id={ANNOUNCER} role="status" className="sr-only" />;
}
