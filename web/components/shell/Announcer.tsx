import type { ReactNode } from "react";
import { ANNOUNCER } from "#lib/announce.ts";

/**
 * The page's one place for news that screen readers say; see `announce`. It stays while pages and forms come and go, so that
 * the last word on a form is heard too when the form is gone by then.
 */
export function Announcer(): ReactNode {
  return <div id={ANNOUNCER} role="status" aria-atomic="false" className="sr-only" />;
}
