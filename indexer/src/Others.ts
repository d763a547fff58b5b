import { ponder } from "./stores/registry.ts";

// Events that change nothing that is kept, but are told like all others.

for (const name of [
  "AttributionRegistry:EIP712DomainChanged",
  "AzoraGovernor:EIP712DomainChanged",
  "AzoraGovernor:TimelockChange",
  "AzoraToken:Approval",
  "AzoraToken:EIP712DomainChanged",
  "Disputes:FeeRefunded",
  "Voice:EIP712DomainChanged",
] as const)
  ponder.on(name, () => Promise.resolve());
