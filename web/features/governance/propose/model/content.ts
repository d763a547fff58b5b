import {
  type Addresses,
  amendArticlesCall,
  amendCall,
  type Deployment,
  grantCall,
  hashRationale,
  isBytes32,
  isProtocolAddress,
  type ProposalContent,
  proposalOf,
  Rule,
  readAddress,
  removeJudgeCall,
  setAttestorCall,
  setCriticCall,
  setGuardianCall,
  type TransactionCall,
} from "@azora/sdk";
import { type Address, type Hex, parseUnits, zeroAddress } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Action, Draft } from "./draft.ts";
import { type RuleState, readRule, spanOf } from "./rules.ts";

const DECIMALS = 18;

/** What is wrong with an action, by its field. */
export type ActionProblems = Partial<Record<"value" | "amount" | "account" | "articles", string>>;

export interface Problems {
  readonly title?: string;
  readonly why?: string;
  readonly actions: ReadonlyMap<number, ActionProblems>;
}

type Words = Strings["propose"]["problem"];

export function checkDraft(
  { title, why, actions }: Draft,
  deployment: Deployment,
  rules: readonly RuleState[],
  strings: Strings,
): Problems {
  const t = strings.propose.problem;
  const found = actions.map(
    (action) => [action.key, checkAction(action, deployment, rules, strings)] as const,
  );
  return {
    ...(title.trim() === "" && { title: t.noTitle }),
    ...(why.trim() === "" && { why: t.noWhy }),
    actions: new Map(found.filter(([, problems]) => Object.keys(problems).length > 0)),
  };
}

export const isFaultless = ({ title, why, actions }: Problems): boolean =>
  title === undefined && why === undefined && actions.size === 0;

function checkAction(
  action: Action,
  deployment: Deployment,
  rules: readonly RuleState[],
  strings: Strings,
): ActionProblems {
  const t = strings.propose.problem;
  switch (action.kind) {
    case "amend": {
      const value = checkRule(action, rules, strings);
      return value === undefined ? {} : { value };
    }
    case "grant": {
      const amount = readAmount(action.amount) === undefined ? t.amount : undefined;
      const account = checkAccount(action, deployment, t);
      return { ...(amount && { amount }), ...(account && { account }) };
    }
    case "articles":
      return isBytes32(action.articles) ? {} : { articles: t.articles };
    case "guardian":
      if (action.isDismissal) return {};
  }
  const account = checkAccount(action, deployment, t);
  return account === undefined ? {} : { account };
}

function checkRule(
  { rule, value }: Action,
  rules: readonly RuleState[],
  strings: Strings,
): string | undefined {
  const t = strings.propose.problem;
  const number = readRule(rule, value);
  if (number === undefined) return t.number;
  const now = rules.find(({ name }) => name === rule);
  if (now === undefined) return undefined;
  if (number < BigInt(now.min) || number > BigInt(now.max)) {
    const { min, max } = spanOf(now, strings);
    return t.bounds(min, max);
  }
  return number === BigInt(now.value) ? t.unchanged : undefined;
}

function checkAccount({ account, kind }: Action, deployment: Deployment, t: Words): string | undefined {
  const address = readAddress(account.trim());
  if (address === undefined) return t.address;
  if (address === zeroAddress) return t.nobody;
  return kind === "grant" && isProtocolAddress(deployment, address) ? t.protocol : undefined;
}

/** An amount such as `12.5` in wei; undefined for anything else, and for nothing. */
function readAmount(text: string): bigint | undefined {
  if (!/^\d+(\.\d{1,18})?$/.test(text.trim())) return undefined;
  return parseUnits(text.trim(), DECIMALS) || undefined;
}

/** As proposals are read: the first line is the title. */
export const descriptionOf = ({ title, why }: Draft): string =>
  `${title.trim().replaceAll(/\s*\n\s*/g, " ")}\n\n${why.trim()}`;

/** A draft in which nothing is wrong, as the governor takes it. What needs a reason has that of the whole. */
export function contentOf(draft: Draft, addresses: Addresses): ProposalContent | undefined {
  const reason = hashRationale(draft.why.trim());
  const calls = draft.actions.flatMap((action) => callOf(action, addresses, reason) ?? []);
  return calls.length === draft.actions.length ? proposalOf(calls, descriptionOf(draft)) : undefined;
}

function callOf(action: Action, addresses: Addresses, reason: Hex): TransactionCall | undefined {
  const { kind, rule, value, token, amount, articles, isDismissal } = action;
  if (kind === "amend") {
    const number = readRule(rule, value);
    return number === undefined ? undefined : amendCall(addresses, Rule[rule], Number(number), reason);
  }
  if (kind === "articles") {
    return isBytes32(articles) ? amendArticlesCall(addresses, articles, reason) : undefined;
  }
  if (kind === "guardian" && isDismissal) return setGuardianCall(addresses, zeroAddress);
  const account = readAddress(action.account.trim());
  if (account === undefined) return undefined;
  if (kind === "grant") {
    const wei = readAmount(amount);
    const of: Address = token === "AZR" ? addresses.azoraToken : zeroAddress;
    return wei === undefined ? undefined : grantCall(addresses, of, account, wei, reason);
  }
  switch (kind) {
    case "critic":
      return setCriticCall(addresses, account, !isDismissal);
    case "attestor":
      return setAttestorCall(addresses, account, !isDismissal);
    case "guardian":
      return setGuardianCall(addresses, account);
    case "judge":
      return removeJudgeCall(addresses, account, reason);
  }
}
