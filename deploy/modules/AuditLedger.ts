import type { Deployable } from "./place.ts";

export const auditLedger: Deployable = { name: "AuditLedger" };
