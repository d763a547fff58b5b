import { ponder } from "ponder:registry";
import { noteBlock } from "./stores/blocks.ts";
import { updateProtocol } from "./stores/protocol.ts";

ponder.on("CitadelFund:Received", async ({ event, context }) => {
  await noteBlock(context, event.block);
  await updateProtocol(context, (row) => ({ citadelEther: row.citadelEther + event.args.amount }));
});
