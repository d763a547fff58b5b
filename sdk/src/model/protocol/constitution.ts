import { type Hex, numberToHex } from "viem";
import { HistogramLib } from "../../generated/constants.ts";
import { Rule } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { points } from "../score.ts";
import { record } from "./record.ts";
import { type Call, refuse, type State } from "./state.ts";

/** `Constitution.amend`. */
export function amend(state: State, call: Call, rule: Rule, value: bigint, rationaleHash: Hex): void {
  const { timelock } = state.start.deployment.addresses;
  if (call.sender !== timelock) refuse("Constitution_NotTimelock", call.sender);
  if (BigInt(rationaleHash) === 0n) refuse("Constitution_MissingRationale");
  const bounds = state.start.rules[rule];
  const present = state.rules.at(-1);
  const before = present?.[rule];
  if (bounds === undefined || present === undefined || before === undefined)
    throw new RangeError(`No rule ${rule}.`);
  if (value < bounds.min || value > bounds.max) {
    refuse("Constitution_OutOfBounds", rule, value, bounds.min, bounds.max);
  }
  if (value === before) refuse("Constitution_Unchanged", rule, value);
  const next = present.with(rule, value);
  checkRelations(next);

  const version = state.rules.push(next);
  const subject = numberToHex(rule, { size: 32 });
  const hash = dataHash.Amended(version, Number(before), Number(value), rationaleHash);
  record(state, call, "constitution", "Amended", subject, hash);
}

/** `Constitution.amendArticles`. */
export function amendArticles(state: State, call: Call, articles: Hex, rationaleHash: Hex): void {
  const { timelock } = state.start.deployment.addresses;
  if (call.sender !== timelock) refuse("Constitution_NotTimelock", call.sender);
  if (BigInt(articles) === 0n) refuse("Constitution_MissingArticles");
  if (BigInt(rationaleHash) === 0n) refuse("Constitution_MissingRationale");
  const before = state.articles;
  if (articles === before) refuse("Constitution_ArticlesUnchanged", articles);

  state.articles = articles;
  const hash = dataHash.ArticlesAmended(before, rationaleHash);
  record(state, call, "constitution", "ArticlesAmended", articles, hash);
}

/** What must hold between rules, whatever their own bounds. */
function checkRelations(rules: readonly bigint[]): void {
  const get = (rule: keyof typeof Rule) => rules[Rule[rule]] ?? 0n;

  const panel = get("PanelLimit");
  if (panel % 2n === 0n) refuse("Constitution_EvenPanel", panel);

  const [grace, window] = [get("CritiqueGrace"), get("ChallengeWindow")];
  if (grace > window) refuse("Constitution_GraceExceedsChallenge", grace, window);

  const hiding = get("SlashNoReveal");
  const [absence, leak, outlier] = [get("SlashNoCommit"), get("SlashLeak"), get("SlashOutlier")];
  if (absence > hiding) refuse("Constitution_SlashOrder", absence, hiding);
  if (leak > hiding) refuse("Constitution_SlashOrder", leak, hiding);
  if (outlier >= hiding) refuse("Constitution_SlashOrder", outlier, hiding);

  const best = points(BigInt(HistogramLib.LEVELS - 1)) * get("PointPriceCap");
  const threshold = get("SeatThreshold");
  if (threshold < best) refuse("Constitution_ThresholdTooLow", threshold, best);
}
