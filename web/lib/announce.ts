export const ANNOUNCER = "announcer";

/** Long enough for any screen reader to have taken it up. */
const KEPT_MS = 10_000;

/**
 * Has screen readers say something that others see. Each news is a line of its own, so that none takes another's place
 * before it was said, and the same news twice is said twice.
 * @param english the end of the text that is in English whatever the page's language is
 */
export function announce(text: string, english = ""): void {
  const region = document.getElementById(ANNOUNCER);
  if (region === null || text === "") return;
  const line = document.createElement("p");
  const end = document.createElement("span");
  end.lang = "en";
  end.textContent = english;
  line.append(text.slice(0, text.length - english.length), end);
  region.append(line);
  setTimeout(() => line.remove(), KEPT_MS);
}
