import { Rule } from "../generated/enums.ts";
import { ViewGapError } from "./gap.ts";
import type { ProtocolLog } from "./logs.ts";
import type { View } from "./types.ts";

const RULE_NAMES = new Map<number, string>(Object.entries(Rule).map(([name, value]) => [value, name]));

function setRule(view: View, version: number, rule: number, value: number): void {
  const name = RULE_NAMES.get(rule);
  if (name === undefined) throw new ViewGapError(`Rule ${rule} is unknown to this version of the sdk.`);
  const rules = view.rules.get(version) ?? { ...view.rules.get(version - 1) };
  view.rules.set(version, { ...rules, [name]: BigInt(value) });
}

/** Rules and links: what is in force for everybody. */
export function applyOffices(view: View, log: ProtocolLog): void {
  switch (log.eventName) {
    case "RuleSet":
      setRule(view, 1, log.args.rule, log.args.value);
      return;
    case "Amended":
      setRule(view, log.args.version, log.args.rule, log.args.current);
      return;
    case "LinkProposed": {
      const { identity, account, effectiveAt, nonce } = log.args;
      view.links.set(identity, { account, effectiveAt: BigInt(effectiveAt), nonce });
      return;
    }
    case "LinkVetoed":
      view.links.delete(log.args.identity);
      return;
  }
}
