import { type Event, ponder } from "ponder:registry";
import { amendment, articles, critic, critique, rule, ruleValue } from "ponder:schema";
import { ruleNames } from "@azora/sdk";
import { noteBlock } from "./stores/blocks.ts";
import { found } from "./stores/found.ts";
import { updateProtocol } from "./stores/protocol.ts";

ponder.on("Constitution:RuleSet", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { rule: number, min, max, value } = event.args;
  await context.db.insert(rule).values({ rule: number, min: BigInt(min), max: BigInt(max) });
  await context.db.insert(ruleValue).values({ version: 1, rule: number, value: BigInt(value) });
});

ponder.on("Constitution:Amended", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { rule: number, version, before, current, rationaleHash } = event.args;
  await context.db.insert(amendment).values({
    version,
    rule: number,
    before: BigInt(before),
    current: BigInt(current),
    rationaleHash,
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
  await noteBlock(context, event.block);
  await context.db.insert(articles).values({ ...textAt(event), hash: event.args.articlesHash });
});

ponder.on("Constitution:ArticlesAmended", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { current, rationaleHash } = event.args;
  await context.db.insert(articles).values({ ...textAt(event), hash: current, rationaleHash });
});

ponder.on("Constitution:CriticSet", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { critic: account, appointed } = event.args;
  const { timestamp } = event.block;
  await context.db
    .insert(critic)
    .values({ account, inOffice: appointed, appointedAt: timestamp, critiques: 0 })
    .onConflictDoUpdate((row) => ({
      inOffice: appointed,
      appointedAt: appointed ? timestamp : row.appointedAt,
    }));
});

ponder.on("Constitution:Critiqued", async ({ event, context }) => {
  await noteBlock(context, event.block);
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
  });
  await context.db.update(critic, { account }).set((row) => ({ critiques: row.critiques + 1 }));
});

/** Where and when a text or what a critic said came up. */
function textAt({
  id,
  block,
  transaction,
}: Event<"Constitution:Critiqued" | "Constitution:ArticlesSet" | "Constitution:ArticlesAmended">) {
  return { id, timestamp: block.timestamp, block: block.number, tx: transaction.hash };
}
