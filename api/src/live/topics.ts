import { accountNode } from "@azora/sdk";
import type { Address, Hex } from "viem";

/** What a stream is about: everything, each new block, or a work, account or identity by its node. */
export type Topic = "protocol" | "head" | Hex;

const FORMS: readonly [RegExp, (value: string) => Topic][] = [
  [/^(protocol|head)$/, (value) => (value === "head" ? "head" : "protocol")],
  [/^contribution:(0x01[0-9a-f]{62})$/i, (value) => value.toLowerCase() as Hex],
  [/^identity:(0x02[0-9a-f]{62})$/i, (value) => value.toLowerCase() as Hex],
  [/^account:(0x(?!0{40}$)[0-9a-f]{40})$/i, (value) => accountNode(value.toLowerCase() as Address)],
];

/** Undefined if there is no such topic. */
export function parseTopic(text: string): Topic | undefined {
  for (const [form, topicOf] of FORMS) {
    const value = form.exec(text)?.[1];
    if (value !== undefined) return topicOf(value);
  }
  return undefined;
}

/** In words. */
export const TOPIC_FORM =
  "`protocol` (everything), `head` (each block that the index reaches), `contribution:<id>`, `account:<address>` or `identity:<node>`";
