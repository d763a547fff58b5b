"use client";

import type { ReactNode } from "react";

/** Where an account's owner withdraws what it is owed. */
export function WithdrawPanel(_: { account: string }): ReactNode {
  return null;
}
