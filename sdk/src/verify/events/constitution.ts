import { numberToHex } from "viem";
import { LeafKind, type Rule, ruleNames } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import type { Chronicle } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import type { Place } from "../problems.ts";
import type { Handlers } from "./handler.ts";

export const constitutionHandlers = {
  RuleSet(chronicle, log) {
    const { rule, min, max, value } = log.args;
    if (!isRule(rule)) return;
    chronicle.bounds.set(rule, { min: BigInt(min), max: BigInt(max) });
    const first = chronicle.rules[0] ?? new Map<Rule, bigint>();
    chronicle.rules[0] = first;
    first.set(rule, BigInt(value));
    checkBounds(chronicle, rule, BigInt(value), log);
  },

  Amended(chronicle, log) {
    const { rule, version, before, current, rationaleHash } = log.args;
    const { problems, rules, deployment } = chronicle;
    const name = ruleNames[rule] ?? `rule ${rule}`;
    if (!isRule(rule)) return;
    problems.same("Rules", `The version that amends ${name}`, version, rules.length + 1, log);
    problems.same("Rules", `The value of ${name} before`, BigInt(before), rules.at(-1)?.get(rule), log);
    checkBounds(chronicle, rule, BigInt(current), log);
    rules.push(new Map(rules.at(-1)).set(rule, BigInt(current)));
    const { constitution: emitter, timelock: actor } = deployment.addresses;
    const subject = numberToHex(rule, { size: 32 });
    const hash = dataHash.Amended(version, before, current, rationaleHash);
    expectLeaf(chronicle, log, { kind: LeafKind.Amended, emitter, subject, actor, dataHash: hash });
  },

  ArticlesSet(chronicle, log) {
    const { articlesHash } = log.args;
    chronicle.problems.same("Rules", "The articles before the first", chronicle.articles, undefined, log);
    chronicle.articles = articlesHash;
  },

  ArticlesAmended(chronicle, log) {
    const { before, current, rationaleHash } = log.args;
    const { constitution: emitter, timelock: actor } = chronicle.deployment.addresses;
    chronicle.problems.same("Rules", "The hash of the articles before", before, chronicle.articles, log);
    chronicle.articles = current;
    const hash = dataHash.ArticlesAmended(before, rationaleHash);
    const kind = LeafKind.ArticlesAmended;
    expectLeaf(chronicle, log, { kind, emitter, subject: current, actor, dataHash: hash });
  },
} satisfies Handlers<"RuleSet" | "Amended" | "ArticlesSet" | "ArticlesAmended">;

const isRule = (number: number): number is Rule => ruleNames[number] !== undefined;

function checkBounds({ bounds, problems }: Chronicle, rule: Rule, value: bigint, place: Place): void {
  const bound = bounds.get(rule);
  if (bound && bound.min <= value && value <= bound.max) return;
  const range = bound ? `${bound.min} to ${bound.max}` : "none";
  problems.add("Rules", `The rule ${ruleNames[rule]} is ${value}, out of its bounds (${range}).`, place);
}
