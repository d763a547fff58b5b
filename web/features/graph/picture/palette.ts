export type Palette = ReturnType<typeof readPalette>;

/** The design's colours of the theme in force, as a canvas takes them. */
export function readPalette(host: HTMLElement) {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const colourOf = (name: string): string => {
    probe.style.color = `var(--color-${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    surface: colourOf("surface"),
    ink: colourOf("ink"),
    muted: colourOf("muted"),
    faint: colourOf("faint"),
    edge: colourOf("edge"),
    accent: colourOf("accent"),
    "accent-fill": colourOf("accent-fill"),
    violet: colourOf("violet"),
    "commons-fill": colourOf("commons-fill"),
    font: getComputedStyle(host).fontFamily,
  };
  probe.remove();
  return palette;
}

/** Calls back whenever another theme is in force. */
export function watchTheme(onChange: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(onChange);
  system.addEventListener("change", onChange);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", onChange);
    chosen.disconnect();
  };
}
