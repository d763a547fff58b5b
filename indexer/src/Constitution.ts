import type { Event } from "ponder:registry";
import {
  amendment,
  articles,
  critic,
  criticTerm,
  critique,
  guardianTerm,
  registrationStop,
  rule,
  ruleValue,
} from "ponder:schema";
import { ruleNames, Verdict } from "@azora/sdk";
import { found } from "./stores/found.ts";
import { epochAt, nextLeaf, updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";

ponder.on("Constitution:RuleSet", async ({ event, context }) => {
  const { rule: number, min, max, value } = event.args;
  await context.db.insert(rule).values({ rule: number, min: BigInt(min), max: BigInt(max) });
  await context.db.insert(ruleValue).values({ version: 1, rule: number, value: BigInt(value) });
});

ponder.on("Constitution:Amended", async ({ event, context }) => {
  const { rule: number, version, before, current, rationaleHash } = event.args;
  await context.db.insert(amendment).values({
    version,
    rule: number,
    before: BigInt(before),
    current: BigInt(current),
    rationaleHash,
    leaf: await nextLeaf(context),
    timestamp: event.block.timestamp,
    block: event.block.number,
    tx: event.transaction.hash,
  });
  // A version has every rule, so that a reader needs no other version.
  for (const each of ruleNames.keys()) {
    const { value } = found(
      await context.db.find(ruleValue, { version: version - 1, rule: each }),
      `rule ${each} of version ${version - 1}`,
    );
    await context.db
      .insert(ruleValue)
      .values({ version, rule: each, value: each === number ? BigInt(current) : value });
  }
  await updateProtocol(context, () => ({ rulesVersion: version }));
});

ponder.on("Constitution:ArticlesSet", async ({ event, context }) => {
  await context.db.insert(articles).values({ ...textAt(event), hash: event.args.articlesHash });
});

ponder.on("Constitution:ArticlesAmended", async ({ event, context }) => {
  const { current, rationaleHash } = event.args;
  await context.db
    .insert(articles)
    .values({ ...textAt(event), hash: current, rationaleHash, leaf: await nextLeaf(context) });
});

ponder.on("Constitution:CriticSet", async ({ event, context }) => {
  const { critic: account, appointed } = event.args;
  const { timestamp } = event.block;
  await context.db
    .insert(critic)
    .values({ ...NEW_CRITIC, account, inOffice: appointed, appointedAt: timestamp })
    .onConflictDoUpdate((row) => ({
      inOffice: appointed,
      appointedAt: appointed ? timestamp : row.appointedAt,
    }));
  await context.db
    .insert(criticTerm)
    .values({ leaf: await nextLeaf(context), account, appointed, timestamp, tx: event.transaction.hash });
});

ponder.on("Constitution:Critiqued", async ({ event, context }) => {
  const { subject, critic: account, verdict, scores, documentHash, critiqueHash } = event.args;
  const [ethics, bias, fairness, transparency] = scores;
  await context.db.insert(critique).values({
    ...textAt(event),
    subject,
    critic: account,
    verdict,
    ethics,
    bias,
    fairness,
    transparency,
    documentHash,
    critiqueHash,
    leaf: await nextLeaf(context),
  });
  const isFlag = verdict === Verdict.Flag;
  const epoch = isFlag ? await epochAt(context, event.block.timestamp) : 0;
  await context.db.update(critic, { account }).set((row) => ({
    critiques: row.critiques + 1,
    ...(isFlag && { usedIn: epoch, used: row.usedIn === epoch ? row.used + 1 : 1 }),
  }));
});

ponder.on("Constitution:FlagResolved", async ({ event, context }) => {
  const { critic: account, upheld, strikes } = event.args;
  if (upheld) return;
  const lostIn = await epochAt(context, event.block.timestamp);
  await context.db.update(critic, { account }).set({ lostIn, strikes: Number(strikes) });
});

const NEW_CRITIC = { critiques: 0, usedIn: 0, used: 0, lostIn: 0, strikes: 0 };

ponder.on("Constitution:GuardianSet", async ({ event, context }) => {
  const { guardian: account, termEnd } = event.args;
  const leaf = await nextLeaf(context);
  await context.db.insert(guardianTerm).values({ ...textAt(event), account, termEnd: BigInt(termEnd), leaf });
});

ponder.on("Constitution:Stopped", async ({ event, context }) => {
  const { guardian, reasonHash } = event.args;
  const until = BigInt(event.args.until);
  const leaf = await nextLeaf(context);
  const { id } = await context.db
    .insert(registrationStop)
    .values({ ...textAt(event), guardian, until, announcedUntil: until, reasonHash, leaf });
  await updateProtocol(context, () => ({ lastStop: id }));
});

ponder.on("Constitution:StopLifted", async ({ event, context }) => {
  const { lastStop } = await updateProtocol(context, () => ({}));
  const id = found(lastStop ?? null, "a stop of registrations");
  await context.db
    .update(registrationStop, { id })
    .set({ until: event.block.timestamp, liftedBy: event.args.by, liftedLeaf: await nextLeaf(context) });
});

/** Where and when something came up. */
function textAt({
  id,
  block,
  transaction,
}: Event<
  | "Constitution:Critiqued"
  | "Constitution:ArticlesSet"
  | "Constitution:ArticlesAmended"
  | "Constitution:GuardianSet"
  | "Constitution:Stopped"
>) {
  return { id, timestamp: block.timestamp, block: block.number, tx: transaction.hash };
}
