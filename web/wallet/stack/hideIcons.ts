const NAMELESS = "[data-rk] [role=img]:not([aria-label], [aria-hidden])";

/** RainbowKit draws icons as pictures without a name, each beside the name of its wallet: screen readers pass them over. */
export function hideIcons(): () => void {
  const hide = () => {
    for (const icon of document.querySelectorAll(NAMELESS)) icon.setAttribute("aria-hidden", "true");
  };
  const observer = new MutationObserver(hide);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
