import type { Deployment } from "@azora/sdk";
import SchemaBuilder from "@pothos/core";
import DataloaderPlugin from "@pothos/plugin-dataloader";
import RelayPlugin from "@pothos/plugin-relay";
import type { Hex } from "viem";
import type { Snapshot } from "../database/IndexReader.ts";

/** What the resolvers of one request share: one snapshot of the index. */
export interface RequestContext {
  deployment: Deployment;
  /** Asks the snapshot. One question after the other, for it is one connection. */
  ask<T>(question: (snapshot: Snapshot) => Promise<T>): Promise<T>;
}

export const builder = new SchemaBuilder<{
  Context: RequestContext;
  DefaultFieldNullability: false;
  Scalars: {
    Bytes32: { Input: Hex; Output: string };
    Address: { Input: Hex; Output: string };
    Wei: { Input: never; Output: string };
    Long: { Input: number; Output: number };
  };
}>({
  plugins: [RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  // The list's own `first` says how many edges there are; see limits.ts.
  relay: { edgesFieldOptions: { extensions: { size: 1 } } },
});
