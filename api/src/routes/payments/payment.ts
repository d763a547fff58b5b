import type { payment } from "@azora/indexer/schema";
import type { z } from "zod";
import { checksum, kindOf, toSeconds, wei } from "../../http/format.ts";
import type { paymentSchema } from "./schema.ts";

export const toPayment = (row: typeof payment.$inferSelect): z.infer<typeof paymentSchema> => ({
  flow: row.flow,
  position: row.position,
  token: checksum(row.token),
  source: row.source,
  sourceKind: kindOf(row.source),
  node: row.node,
  kind: kindOf(row.node),
  amount: wei(row.amount),
  minted: wei(row.minted),
  timestamp: toSeconds(row.timestamp),
});
