export const ANNOUNCER = "announcer";

/** Has screen readers say something that others see. */
export function announce(text: string): void {
  const region = document.getElementById(ANNOUNCER);
  if (region === null) return;
  // The same text twice is no change, and would not be said again.
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
