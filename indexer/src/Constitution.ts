import { ponder } from "ponder:registry";
import { amendment, rule, ruleValue } from "ponder:schema";
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
