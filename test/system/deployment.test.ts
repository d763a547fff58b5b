import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDeployment } from "@azora/sdk";
import { readNetwork, writeNetwork } from "@azora/sdk/files";
import { practiceJudges, practicePerson } from "@azora/sdk/practice";
import { expect } from "chai";
import { createTestClient, http, numberToHex, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { anvilBinary } from "../../scripts/local/chain.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { run } from "../support/run.ts";

/** Not the local chain's: so everything that protects a real network holds here. */
const CHAIN_ID = 424_242;

describe("docs/deployment.md, followed on a second chain with the main network's parameters", function () {
  this.timeout(600_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), "azora-deployment-"));
  const parametersFile = path.join(folder, "parameters.json");
  const networkFile = path.join(folder, "out", "network.json");
  const key = generatePrivateKey();
  let node: ChildProcess;
  let rpcUrl: string;

  before(async () => {
    const { chain } = await freePorts();
    rpcUrl = `http://127.0.0.1:${chain}`;
    const args = [
      "--port",
      String(chain),
      "--chain-id",
      String(CHAIN_ID),
      "--hardfork",
      "prague",
      "--silent",
    ];
    node = spawn(anvilBinary(), args, { stdio: "ignore" });
    const client = createTestClient({ mode: "anvil", transport: http(rpcUrl) });
    const address = privateKeyToAddress(key);
    for (let tries = 0; ; tries += 1) {
      try {
        await client.setBalance({ address, value: parseEther("100") });
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    // Step 1: the parameters of the main network with the lists filled.
    const text = readFileSync("deploy/parameters/mainnet.json", "utf8");
    const ascending = (a: string, b: string) => (BigInt(a) < BigInt(b) ? -1 : 1);
    const named = {
      chainId: CHAIN_ID,
      seats: practiceJudges()
        .map((judge) => judge.address)
        .sort(ascending),
      attestors: [0, 1, 2].map((index) => practicePerson(index).address).sort(ascending),
    };
    writeFileSync(parametersFile, JSON.stringify({ ...JSON.parse(text), ...named }));
  });
  after(() => {
    node.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  const deploy = (parameters: string, privateKey: string) =>
    run(
      "scripts/deploy.ts",
      ["--parameters", parameters, "--rpc", rpcUrl, "--folder", path.join(folder, "out")],
      { env: { AZORA_PRIVATE_KEY: privateKey } },
    ).ended;
  const audit = (network: string, parameters = parametersFile) =>
    run("sdk/src/cli/main.ts", ["audit-deployment", "--network", network, "--parameters", parameters]).ended;

  it("refuses lists that are not filled, another chain, and an account whose key everybody has", async () => {
    const empty = await deploy("mainnet", key);
    expect([empty.code, empty.stderr]).to.deep.equal([
      1,
      'The parameters of "mainnet": seats names fewer than 30 accounts.\n',
    ]);
    const other = path.join(folder, "other.json");
    writeFileSync(other, JSON.stringify({ ...JSON.parse(readFileSync(parametersFile, "utf8")), chainId: 7 }));
    const wrong = await deploy(other, key);
    expect([wrong.code, wrong.stderr]).to.deep.equal([
      1,
      `The parameters are for chain 7, and this is chain ${CHAIN_ID}.\n`,
    ]);
    const known = numberToHex(
      practicePerson(0)
        .getHdKey()
        .privateKey?.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) ?? 0n,
      { size: 32 },
    );
    const practice = await deploy(parametersFile, known);
    expect(practice.stderr).to.match(/^0x[0-9a-fA-F]{40} is a practice account: everybody has its key\.\n$/);
  });

  it("deploys, and leaves a network file and what explorers need", async () => {
    const { code, stdout, stderr } = await deploy(parametersFile, key);
    expect([code, stderr]).to.deep.equal([0, ""]);
    const { deployment } = readNetwork(networkFile);
    expect(stdout).to.include(`Genesis is at ${deployment.genesis} on chain ${CHAIN_ID}.`);
    const sources = readdirSync(path.join(folder, "out", "sources"));
    for (const name of ["ProofOfValue", "AzoraGovernor", "Timelock", "Constitution"]) {
      expect(sources).to.include.members([`${name}.json`, `${name}.input.json`]);
      const about = JSON.parse(readFileSync(path.join(folder, "out", "sources", `${name}.json`), "utf8"));
      expect(about).to.have.keys(["address", "contract", "compiler", "constructorArguments"]);
      const input = JSON.parse(
        readFileSync(path.join(folder, "out", "sources", `${name}.input.json`), "utf8"),
      );
      expect(input.sources).to.have.property(about.contract.split(":")[0]);
    }
  });

  it("AZ-14: the audit finds the deployment to be what the checkout builds, and lists every power", async () => {
    const { code, stdout, stderr } = await audit(networkFile);
    expect([code, stderr.split("\n").at(-1)]).to.deep.equal([0, ""]);
    const { addresses } = readNetwork(networkFile).deployment;
    expect(stdout).to.match(/nobody else has any power\.\n$/);
    for (const address of [
      addresses.timelock,
      addresses.governor,
      addresses.proofOfValue,
      practicePerson(0).address,
    ])
      expect(stdout).to.include(address);
    expect(stdout).to.not.include("a practice proposer");
  });

  it("AZ-14: the audit ends with 1 at the first difference", async () => {
    const changed = path.join(folder, "changed.json");
    const parameters = JSON.parse(readFileSync(parametersFile, "utf8"));
    parameters.rules.Load.value += 1;
    writeFileSync(changed, JSON.stringify(parameters));
    const other = await audit(networkFile, changed);
    expect(other.code).to.equal(1);
    expect(other.stdout).to.match(
      /a difference: The creation code of Constitution is 0x[0-9a-f]+, and must be 0x/,
    );
    // A Genesis that is none: the network file names an account instead.
    const nobody = path.join(folder, "nobody.json");
    const { genesis } = readNetwork(networkFile).deployment;
    const impostor = createDeployment({
      chainId: CHAIN_ID,
      genesis: readNetwork(networkFile).deployment.addresses.citadelFund,
      block: 0,
    });
    expect(impostor.genesis).to.not.equal(genesis);
    writeNetwork(nobody, { rpcUrl, deployment: impostor, evidence: path.join(folder, "evidence") });
    const none = await audit(nobody);
    expect(none.code).to.equal(1);
    expect(none.stdout).to.match(/a difference: The code of Genesis is/);
  });
});
