"use client";

import { createDeployment, type Deployment } from "@azora/sdk";
import { useMemo } from "react";
import type { Network } from "#lib/api/types.ts";

/** The contracts of a network. Their addresses follow from Genesis, so nobody has to be believed about them. */
export function useDeployment({ chainId, genesis, block }: Network): Deployment {
  return useMemo(() => createDeployment({ chainId, genesis, block }), [chainId, genesis, block]);
}
