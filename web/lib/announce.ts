export const ANNOUNCER = "announcer";

/** Long enough for any screen reader to have taken it up. */
const KEPT_MS = 10_000;

/**
 * Has screen readers say something that others see. Each news is a line of its own, so that none takes another's place
 * before it was said, and the same news twice is said twice.
 */
export function announce(text: string): void {
  const region = document.getElementById(ANNOUNCER);
  if (region === null || text === "") return;
  const line = document.createElement("p");
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), KEPT_MS);
}
