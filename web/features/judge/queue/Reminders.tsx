"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { notify } from "#lib/browser/notify.ts";
import { browserStorage } from "#lib/browser/storage.ts";
import { duration } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import type { OpenDuty } from "../model/duties.ts";
import { notTold, remindersOf, setWanted, takeUntold, wantsReminders } from "../model/reminders.ts";
import { dutyTitle } from "../title.ts";

interface RemindersProps {
  duties: readonly OpenDuty[];
  now: number;
}

/** Tells a judge of deadlines while another page is in front. Nobody else learns of them: there is no server that pushes. */
export function Reminders({ duties, now }: RemindersProps): ReactNode {
  const { judge, common } = useStrings();
  const t = judge.reminders;
  const [isWanted, setIsWanted] = useState(() => wantsReminders(browserStorage()));
  const [permission, setPermission] = useState(() => globalThis.Notification?.permission);
  useEffect(() => followPermission(setPermission), []);
  const isOn = isWanted && permission === "granted";

  useEffect(() => {
    if (!isOn) return;
    const box = browserStorage();
    for (const { key, kind, isLast, due } of takeUntold(box, remindersOf(duties, now)))
      notify({
        title: isLast ? t.last[kind] : t.first[kind],
        body: t.body(dutyTitle(due.duty, common), duration(due.deadline - now)),
        key,
        path: `/judge/${due.duty.contribution.id}`,
        // The permission can be taken at any moment; as long as there is one, it is tried again.
      }).catch(() => notTold(box, { key }));
  }, [isOn, duties, now, t, common]);

  if (permission === undefined) return null;

  async function turn(wanted: boolean): Promise<void> {
    if (wanted) setPermission(await Notification.requestPermission());
    if (setWanted(browserStorage(), wanted)) setIsWanted(wanted);
  }
  return (
    <Card title={t.title}>
      <p className="text-muted text-sm">{permission === "denied" ? t.denied : isOn ? t.on : t.off}</p>
      {permission !== "denied" && (
        <Button size="small" className="mt-3" onClick={() => void turn(!isOn)}>
          {isOn ? t.turnOff : t.turnOn}
        </Button>
      )}
    </Card>
  );
}

/** Says it now and whenever it is given or taken in the browser's settings. */
function followPermission(onChange: (permission: NotificationPermission) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const tell = (status: PermissionStatus) => {
    if (!signal.aborted) onChange(status.state === "prompt" ? "default" : status.state);
  };
  // Not every browser tells; then it is known again after a reload.
  navigator.permissions?.query({ name: "notifications" }).then(
    (status) => {
      tell(status);
      status.addEventListener("change", () => tell(status), { signal });
    },
    () => undefined,
  );
  return () => stop.abort();
}
