// Tables are made for the queries: a page is one or two look-ups by key or index, and handlers write by primary key only.
// Amounts are in wei, weights in parts per million, times in seconds of the chain. Hex is lower case.

// The blocks come first, for Ponder replaces the views of an index in this order.
export * from "./schema/chain.ts";
export * from "./schema/commons.ts";
export * from "./schema/critics.ts";
export * from "./schema/disputes.ts";
export * from "./schema/guardian.ts";
export * from "./schema/money.ts";
export * from "./schema/people.ts";
export * from "./schema/proposals.ts";
export * from "./schema/rules.ts";
export * from "./schema/seats.ts";
export * from "./schema/series.ts";
export * from "./schema/works.ts";
