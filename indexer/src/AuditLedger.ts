import { leaf } from "ponder:schema";
import { updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";

ponder.on("AuditLedger:Appended", async ({ event, context }) => {
  await context.db.insert(leaf).values({
    ...event.args,
    block: event.block.number,
    tx: event.transaction.hash,
  });
  await updateProtocol(context, () => ({ ledgerSize: event.args.index + 1n }));
});
