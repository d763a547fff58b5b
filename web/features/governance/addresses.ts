import { type Addresses, createDeployment } from "@azora/sdk";
import type { Network } from "#lib/api/types.ts";

/** The contracts of a network, which follow from Genesis alone. */
export const addressesOf = ({ chainId, genesis, block }: Network): Addresses =>
  createDeployment({ chainId, genesis, block }).addresses;
