import { ponder } from "ponder:registry";
import { seat, validator } from "ponder:schema";
import { noteAccount } from "./stores/accounts.ts";
import { noteBlock } from "./stores/blocks.ts";
import { updateProtocol } from "./stores/protocol.ts";

const UNTRIED = { drawn: 0, committed: 0, revealed: 0 } as const;

ponder.on("ValidatorRegistry:GenesisNamed", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { account } = event.args;
  await noteAccount(context, account, event.block.timestamp);
  await context.db
    .insert(validator)
    .values({ account, named: true, ...UNTRIED })
    .onConflictDoUpdate({ named: true });
});

ponder.on("ValidatorRegistry:Seated", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { account, seat: number, bond } = event.args;
  await noteAccount(context, account, event.block.timestamp);
  await context.db.insert(seat).values({
    number,
    account,
    bond,
    seatedAt: event.block.timestamp,
    seatedBlock: event.block.number,
  });
  await context.db
    .insert(validator)
    .values({ account, named: false, seat: number, ...UNTRIED })
    .onConflictDoUpdate({ seat: number });
  await updateProtocol(context, (row) => ({ seats: row.seats + 1 }));
});
