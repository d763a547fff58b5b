import type { BrowserContext } from "playwright-core";

/** A sentence that a page has screen readers say: in its turn, or at once in the middle of another. */
export interface Heard {
  readonly how: "polite" | "assertive";
  readonly text: string;
}

export interface ScreenReader {
  /** What was said since it was asked last, in order; numbers of blocks, which nobody knows before, as N. */
  heard(): readonly Heard[];
  /** Waits until it is said, and gives all until then. */
  until(isLast: (text: string) => boolean): Promise<readonly Heard[]>;
}

const STEP_MS = 30_000;
const TOLD = "azoraHeard";

/**
 * Listens to every page of a context, as a screen reader does: to live regions that were there before what they say, to
 * alerts also as they come, and to nothing that is hidden. Call it before the first page is opened.
 */
export async function listen(context: BrowserContext): Promise<ScreenReader> {
  let all: Heard[] = [];
  const waiting = new Set<() => void>();
  await context.exposeFunction(TOLD, (how: Heard["how"], text: string) => {
    // Of another page Next says the title, or its heading while there is no title yet.
    all.push({ how, text: text.replace(/\b(block) \d+/g, "$1 N").replace(/ · Azora$/, "") });
    for (const look of waiting) look();
  });
  await context.addInitScript(follow, TOLD);
  const heard = () => {
    const said = all;
    all = [];
    return said;
  };
  return {
    heard,
    until: (isLast) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`It was not said. What was: ${JSON.stringify(all)}`));
        }, STEP_MS);
        const look = () => {
          const place = all.findIndex(({ text }) => isLast(text));
          if (place < 0) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve(all.splice(0, place + 1));
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Runs in the page. */
function follow(told: string): void {
  const LIVE = "[role=status], [role=log], [role=alert], [aria-live=polite], [aria-live=assertive]";
  const watched = { subtree: true, childList: true, characterData: true } as const;
  /** Regions that were there, and not hidden, when it was last looked. */
  let ready = new Set<Element>();
  const roots = new Set<Node>();
  const observer = new MutationObserver((records) => {
    const news = new Map<Element, Node[]>();
    for (const node of records.flatMap(changedBy))
      for (const region of regionsOf(node)) news.set(region, [...(news.get(region) ?? []), node]);
    for (const [region, nodes] of news) say(region, nodes);
    look();
  });
  observer.observe(document, watched);
  roots.add(document);
  document.addEventListener("DOMContentLoaded", look);

  function say(region: Element, nodes: readonly Node[]): void {
    const isAlert = region.matches("[role=alert]");
    // What a region says in the moment in which it comes is not reliably heard, but for an alert.
    if (!(ready.has(region) || isAlert)) return;
    const how = isAlert || region.matches("[aria-live=assertive]") ? "assertive" : "polite";
    const tell: (how: string, text: string) => void = Reflect.get(globalThis, told);
    const isWhole = region.getAttribute("aria-atomic") !== "false";
    for (const text of (isWhole ? [region] : nodes).map(spoken).map(tidy)) if (text !== "") tell(how, text);
  }

  const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

  function changedBy({ type, target, addedNodes }: MutationRecord): Node[] {
    return type === "characterData" ? [target] : [...addedNodes];
  }

  /** Those that it is in, and the alerts that came with it. */
  function regionsOf(node: Node): Element[] {
    const found = node instanceof Element ? [...node.querySelectorAll("[role=alert]")] : [];
    for (let each: Node | null = node; each !== null; each = each.parentNode)
      if (each instanceof Element && each.matches(LIVE)) found.push(each);
    return found;
  }

  function look(): void {
    const found = [...document.querySelectorAll(LIVE)];
    // Next tells of another page from inside of a shadow.
    for (const { shadowRoot } of document.querySelectorAll("next-route-announcer")) {
      if (shadowRoot === null) continue;
      found.push(...shadowRoot.querySelectorAll("*"));
      if (!roots.has(shadowRoot)) observer.observe(shadowRoot, watched);
      roots.add(shadowRoot);
    }
    ready = new Set(found.filter((region) => region.checkVisibility()));
  }

  function spoken(node: Node): string {
    if (node instanceof Text) return node.parentElement?.checkVisibility() === false ? "" : node.data;
    if (!(node instanceof Element) || !node.checkVisibility()) return "";
    if (node.getAttribute("aria-hidden") === "true") return "";
    const label = node.getAttribute("aria-label");
    if (label !== null) return label;
    const isBlock = getComputedStyle(node).display !== "inline";
    const inner = [...node.childNodes].map(spoken).join("");
    return isBlock ? ` ${inner} ` : inner;
  }
}
