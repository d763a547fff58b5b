import { createRequire } from "node:module";
import { PRACTICE_MNEMONIC } from "@azora/sdk/practice";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { defineConfig } from "hardhat/config";

const require = createRequire(import.meta.url);

export default defineConfig({
  plugins: [toolbox],
  solidity: {
    version: "0.8.37",
    // The compiler comes from npm: Hardhat's own download needs a network that not everybody has.
    path: require.resolve("solc/soljson.js"),
    settings: {
      evmVersion: "prague",
      viaIR: true,
      // Room before speed: 20,000 runs save 0.3% of gas and cost a quarter more code, see docs/decisions/0015-code-size.md.
      optimizer: { enabled: true, runs: 200 },
    },
  },
  paths: {
    sources: "contracts",
    tests: { mocha: "test/contracts/unit", solidity: "test/contracts" },
    ignition: "deploy",
  },
  test: {
    solidity: {
      // docs/invariants.md counts on these.
      fuzz: { runs: 256 },
      invariant: { runs: 256, depth: 100, failOnRevert: true },
    },
  },
  networks: {
    default: {
      type: "edr-simulated",
      chainType: "l1",
      hardfork: "prague",
      // The practice accounts, see sdk/src/practice: the last seats are at index 129.
      accounts: { mnemonic: PRACTICE_MNEMONIC, count: 130 },
    },
  },
  ignition: { requiredConfirmations: 1 },
  typechain: { outDir: "types" },
});
