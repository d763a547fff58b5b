import { ponder } from "ponder:registry";
import { noteBlock } from "./stores/blocks.ts";

ponder.on("Head:block", async ({ event, context }) => {
  await noteBlock(context.db, event.block);
});
