import type { Role } from "@azora/sdk";
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { IgnitionModule } from "@nomicfoundation/ignition-core";
import { initCode } from "../initCode.ts";
import genesisModule from "./Genesis.ts";

/** A contract that Genesis creates in its place, as an artifact's name, its folder and its constructor's arguments. */
export interface Deployable {
  name: string;
  args?: readonly unknown[];
  folder?: string;
}

/** The module of one deployable; `previous` is the module of the place before it, because places follow each other. */
export function place(role: Role, { name, args = [], folder }: Deployable, previous?: IgnitionModule) {
  return buildModule(name, (m) => {
    const { genesis } = m.useModule(genesisModule);
    const after = previous === undefined ? [] : [previous];
    const creation = m.call(genesis, "create", [role, initCode(name, args, folder)], { after });
    return { contract: m.contractAt(name, m.readEventArgument(creation, "Created", "child")) };
  });
}
