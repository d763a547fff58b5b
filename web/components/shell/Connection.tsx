"use client";

import { type ReactNode, useEffect, useSyncExternalStore } from "react";

/** Says at once when there is no connection, and keeps pages for then. */
export function Connection({ offline }: { offline: ReactNode }): ReactNode {
  const isOnline = useSyncExternalStore(
    follow,
    () => navigator.onLine,
    () => true,
  );
  useEffect(() => {
    // Of a development build nothing can be kept: its files change under their names.
    if (process.env.NODE_ENV !== "production") return;
    // Where there is none, as in a private window of some browsers, it works as before, but for offline.
    navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
  }, []);
  return (
    <div role="status" className="page">
      {!isOnline && <div className="pt-4">{offline}</div>}
    </div>
  );
}

function follow(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
