import { browserStorage } from "#lib/browser/storage.ts";

/** Whether somebody was connected when this browser was last here: only then is wallet code loaded without being asked. */
const KEY = "azora.connected";

export const isRemembered = (): boolean => browserStorage()?.getItem(KEY) === "yes";

export function remember(isConnected: boolean): void {
  const storage = browserStorage();
  try {
    if (isConnected) storage?.setItem(KEY, "yes");
    else storage?.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has to be asked again next time.
  }
}
