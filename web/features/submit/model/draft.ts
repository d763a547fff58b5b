import { isBytes32, type Node } from "@azora/sdk";
import { draftKey } from "./draftKey.ts";
import type { FileEvidence } from "./hash.ts";
import type { Weighted } from "./weights.ts";

/** Somebody who made it, as typed. */
export interface ContributorRow extends Weighted {
  /** Tells rows apart while they are edited. */
  readonly key: number;
  readonly name: string;
}

/** An earlier work that it stands on. */
export interface UpstreamRow {
  readonly id: Node;
  readonly number: number;
  readonly title: string;
  /** Parts per million. */
  readonly weight: number;
}

/** The form as it stands. Of the files only what the manifest will say of them. */
export interface Draft {
  readonly title: string;
  readonly summary: string;
  readonly files: readonly FileEvidence[];
  readonly contributors: readonly ContributorRow[];
  readonly upstream: readonly UpstreamRow[];
}

export const EMPTY_DRAFT: Draft = {
  title: "",
  summary: "",
  files: [],
  contributors: [{ key: 1, name: "" }],
  upstream: [],
};

/** A key that no row has. */
export const freshKey = (rows: readonly ContributorRow[]): number =>
  1 + Math.max(0, ...rows.map(({ key }) => key));

/** Whether nothing was filled in that would be a loss. */
export function isUntouched({ title, summary, files, contributors, upstream }: Draft): boolean {
  return (
    title === "" &&
    summary === "" &&
    files.length === 0 &&
    upstream.length === 0 &&
    contributors.length === 1 &&
    contributors[0]?.pin === undefined
  );
}

/** Credits an account in the first row, if nobody stands there yet: most people register what they made themselves. */
export function creditFirst(draft: Draft, account: string): Draft {
  const [first, ...others] = draft.contributors;
  const isCredited = others.some(({ name }) => name.trim().toLowerCase() === account.toLowerCase());
  if (first === undefined || first.name !== "" || isCredited) return draft;
  return { ...draft, contributors: [{ ...first, name: account }, ...others] };
}

/** What another app shares with the form, in the words of the manifest's `share_target`. */
export interface Shared {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
}

/** Puts what is shared where nothing was written yet: nobody's words are replaced. */
export function fillIn(draft: Draft, { title = "", text = "", url = "" }: Shared): Draft {
  const summary = [text, url].filter((each) => each.trim() !== "").join("\n\n");
  return { ...draft, title: draft.title || title.trim(), summary: draft.summary || summary };
}

type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Keeps the form over reloads and failures, until it is sent. */
export function saveDraft(box: Box | undefined, chainId: number, draft: Draft): void {
  try {
    if (isUntouched(draft)) box?.removeItem(draftKey(chainId));
    else box?.setItem(draftKey(chainId), JSON.stringify(draft));
  } catch {
    // It is full, or closed to this site: then the form lives as long as the page.
  }
}

export function loadDraft(box: Box | undefined, chainId: number): Draft | undefined {
  try {
    const found: unknown = JSON.parse(box?.getItem(draftKey(chainId)) ?? "null");
    return isDraft(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isNode: Check = (value) => typeof value === "string" && isBytes32(value);

function has(fields: Record<string, Check>): Check {
  return (value) => isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));
}

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const isPin = has({ weight: isNumber, turn: isNumber });

const looksRight = has({
  title: isText,
  summary: isText,
  files: listOf(has({ path: isText, bytes: isNumber, sha256: isText })),
  contributors: (value) =>
    listOf(has({ key: isNumber, name: isText, pin: (pin) => pin === undefined || isPin(pin) }))(value) &&
    Array.isArray(value) &&
    value.length > 0,
  upstream: listOf(has({ id: isNode, number: isNumber, title: isText, weight: isNumber })),
});

/** What another version of this form kept is no draft of this one. */
function isDraft(value: unknown): value is Draft {
  return looksRight(value);
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
