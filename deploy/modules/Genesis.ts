import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The factory that creates everything else; inert after the last place. Its deployer is the sending account. */
export default buildModule("Genesis", (m) => ({ genesis: m.contract("Genesis", [m.getAccount(0)]) }));
