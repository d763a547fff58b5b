import {
  type Addresses,
  type ContractName,
  type Deed,
  formatAzr,
  formatEth,
  ruleNames,
  short,
} from "@azora/sdk";
import { zeroAddress } from "viem";
import { sayRule } from "#lib/format/rule.ts";
import type { Strings } from "#strings/index.ts";

/** What the most common calls of proposals do, in a sentence; undefined for all others. */
export function inWords(
  place: ContractName,
  { name, args }: Deed,
  { azoraToken }: Addresses,
  strings: Strings,
): string | undefined {
  const t = strings.governance.deeds;
  const [first = "", second = "", third = ""] = args.map(({ value }) => value);
  switch (`${place}.${name}`) {
    case "constitution.amend": {
      const rule = ruleNames[Number(first)];
      return rule === undefined ? undefined : t.amends(rule, sayRule(rule, BigInt(second), strings));
    }
    case "constitution.amendArticles":
      return t.amendsArticles(short(first));
    case "citadelFund.grant": {
      const amount = BigInt(third);
      if (first === azoraToken) return t.grants(formatAzr(amount), short(second));
      if (first === zeroAddress) return t.grants(formatEth(amount), short(second));
      return t.grantsToken(`${amount}`, short(first), short(second));
    }
    case "constitution.setCritic":
      return second === "true" ? t.appointsCritic(short(first)) : t.dismissesCritic(short(first));
    case "constitution.setGuardian":
      return BigInt(first) === 0n ? t.noGuardian : t.appointsGuardian(short(first));
    case "attributionRegistry.setAttestor":
      return second === "true" ? t.appointsAttestor(short(first)) : t.dismissesAttestor(short(first));
    case "validatorRegistry.remove":
      return t.removesJudge(short(first));
    default:
      return undefined;
  }
}
