"use client";

import type { ReactNode } from "react";

/** The place of the account in the header. */
export function AccountMenu(): ReactNode {
  return null;
}
