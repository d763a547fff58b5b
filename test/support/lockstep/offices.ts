import { auditLedgerAbi, constitutionAbi, model, Rule, validatorRegistryAbi } from "@azora/sdk";
import { type Address, encodeFunctionData, numberToHex } from "viem";
import { perform } from "./perform.ts";
import { note, personIn, type World } from "./world.ts";

const m = model.protocol;
const RULE_LIMIT = 2n ** 48n;

/** Rules that can move freely between their bounds without bringing a run to a standstill. */
const FREE = [
  "RegistrationBond",
  "Load",
  "PanelLimit",
  "CritiqueGrace",
  "PointPriceCap",
  "SeatThreshold",
  "LinkDelay",
  "AttestorDelay",
  "AttestorThreshold",
  "SlashNoCommit",
  "SlashNoReveal",
  "SlashLeak",
  "SlashOutlier",
] as const satisfies readonly (keyof typeof Rule)[];
/** Rules whose extremes would end all progress: windows of a second, of a year. */
const GENTLE = [
  "ArmingDelay",
  "MaxUpstream",
  "CommitWindow",
  "RevealWindow",
  "ChallengeWindow",
  "SealDelay",
] as const satisfies readonly (keyof typeof Rule)[];

/** Takes a seat. @param judge Somebody in particular; else anybody. */
export async function enter(world: World, judge?: Address): Promise<void> {
  const { random, state, judges } = world;
  const bond = m.ruleOf(state, "SeatBond") * 10n ** 9n;
  const done = await perform(world, {
    name: "enter",
    sender: judge ?? random.pick([personIn(world), random.pick(judges), random.pick(judges.slice(-3))]),
    value: judge === undefined && random.chance(0.2) ? bond + 1n : bond,
    to: "validatorRegistry",
    data: encodeFunctionData({ abi: validatorRegistryAbi, functionName: "enter" }),
    predict: (call) => m.enter(state, call),
  });
  if (done) note(world, "seated");
}

/** Amends a rule to one of its bounds, beyond them, or back; relations between rules are broken too. */
export async function amend(world: World): Promise<void> {
  const { random, state, addresses } = world;
  const isGentle = random.chance(0.4);
  const name = random.pick<keyof typeof Rule>(isGentle ? GENTLE : FREE);
  const value = chooseValue(world, name, isGentle);
  if (value >= RULE_LIMIT) return;
  const rationale = numberToHex(random.chance(0.05) ? 0 : 7, { size: 32 });
  const done = await perform(world, {
    name: "amend",
    sender: random.chance(0.92) ? addresses.timelock : personIn(world),
    to: "constitution",
    data: encodeFunctionData({
      abi: constitutionAbi,
      functionName: "amend",
      args: [Rule[name], Number(value), rationale],
    }),
    predict: (call) => m.amend(state, call, Rule[name], value, rationale),
  });
  if (done) note(world, "amended");
}

function chooseValue({ random, state }: World, name: keyof typeof Rule, isGentle: boolean): bigint {
  const present = m.ruleOf(state, name);
  const { value, min, max } = state.start.rules[Rule[name]] ?? { value: 0n, min: 0n, max: 0n };
  const choices = [present, present + 1n, max + 1n, value, value, value + 1n, value + 2n];
  return random.pick(isGentle ? choices : [...choices, min, min + 1n, max, value + 4n]);
}

/** Anybody writes into the ledger. */
export async function anchor(world: World): Promise<void> {
  const record = numberToHex(world.random.below(1_000), { size: 32 });
  await perform(world, {
    name: "anchor",
    sender: personIn(world),
    to: "auditLedger",
    data: encodeFunctionData({ abi: auditLedgerAbi, functionName: "anchor", args: [record] }),
    predict: (call) => m.anchor(world.state, call, record),
  });
}
