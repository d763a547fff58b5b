import { type Rule, ruleNames } from "@azora/sdk";

export type RuleName = keyof typeof Rule;

/** What can be proposed here; everything else that the timelock may do goes by the command line. */
export const ACTION_KINDS = [
  "amend",
  "grant",
  "critic",
  "attestor",
  "guardian",
  "judge",
  "articles",
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** One action, as typed. Each kind looks at its own fields, so that another choice loses nothing. */
export interface Action {
  /** Tells rows apart while they are edited. */
  readonly key: number;
  readonly kind: ActionKind;
  readonly rule: RuleName;
  /** In the unit in which people say it. */
  readonly value: string;
  readonly token: "AZR" | "ETH";
  readonly amount: string;
  /** Who is paid, appointed, dismissed or removed. */
  readonly account: string;
  readonly isDismissal: boolean;
  /** SHA-256 of the new articles, and the file that it is of. */
  readonly articles: string;
  readonly file: string;
}

export interface Draft {
  readonly title: string;
  readonly why: string;
  readonly actions: readonly Action[];
}

const FIRST_RULE: RuleName = "ReviewStipend";

export const newAction = (key: number): Action => ({
  ...{ key, kind: "amend", rule: FIRST_RULE, value: "", token: "AZR", amount: "" },
  ...{ account: "", isDismissal: false, articles: "", file: "" },
});

export const EMPTY_DRAFT: Draft = { title: "", why: "", actions: [newAction(1)] };

export const freshKey = (actions: readonly Action[]): number =>
  1 + Math.max(0, ...actions.map(({ key }) => key));

type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (chainId: number): string => `azora.proposal.${chainId}`;

/** Keeps the form over reloads and failures, until it is sent. */
export function saveDraft(box: Box | undefined, chainId: number, draft: Draft): void {
  try {
    if (draft === EMPTY_DRAFT) box?.removeItem(keyOf(chainId));
    else box?.setItem(keyOf(chainId), JSON.stringify(draft));
  } catch {
    // It is full, or closed to this site: then the form lives as long as the page.
  }
}

export function loadDraft(box: Box | undefined, chainId: number): Draft | undefined {
  try {
    const found: unknown = JSON.parse(box?.getItem(keyOf(chainId)) ?? "null");
    return isDraft(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** What another version of this form kept is no draft of this one. */
function isDraft(found: unknown): found is Draft {
  if (!isObject(found) || typeof found.title !== "string" || typeof found.why !== "string") return false;
  return Array.isArray(found.actions) && found.actions.length > 0 && found.actions.every(isAction);
}

const MODEL = newAction(1);

function isAction(found: unknown): found is Action {
  if (!isObject(found)) return false;
  const isAlike = Object.entries(MODEL).every(([name, value]) => typeof found[name] === typeof value);
  return (
    isAlike &&
    ACTION_KINDS.some((kind) => kind === found.kind) &&
    ruleNames.some((rule) => rule === found.rule) &&
    (found.token === "AZR" || found.token === "ETH")
  );
}

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === "object" && found !== null;
