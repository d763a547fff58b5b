import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { attestLink, leap } from "@azora/api/practice";
import { connect, createDeployment, NotLocalChainError } from "@azora/sdk";
import { writeNetwork } from "@azora/sdk/files";
import { expect } from "chai";
import { anvilBinary } from "../../scripts/local/chain.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { run } from "../support/run.ts";

const ANY = "0x5FbDB2315678afecb367f032d93F642f64180aa3";

describe("Practice helpers on a chain that is not local", () => {
  let node: ChildProcess;
  let rpcUrl: string;

  before(async () => {
    const { chain } = await freePorts();
    rpcUrl = `http://127.0.0.1:${chain}`;
    node = spawn(anvilBinary(), ["--port", String(chain), "--chain-id", "1", "--silent"], {
      stdio: "ignore",
    });
    const client = connect({ rpcUrl, deployment: createDeployment({ chainId: 1, genesis: ANY, block: 0 }) });
    for (let tries = 0; tries < 100; tries += 1) {
      if (await client.getChainId().catch(() => undefined)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("The node did not start.");
  });
  after(() => node.kill("SIGKILL"));

  // The network file pretends to be local; the node says otherwise, and the node is asked.
  const pretend = () => ({
    rpcUrl,
    deployment: createDeployment({ chainId: 31_337, genesis: ANY, block: 0 }),
  });

  const refusal = (action: Promise<unknown>) =>
    action.then(
      () => undefined,
      (error: unknown) => error,
    );

  it("the attestor refuses", async () => {
    const identity = `0x02${"0".repeat(62)}` as const;
    const error = await refusal(attestLink(connect(pretend()), pretend(), identity, ANY));
    expect(error).to.be.instanceOf(NotLocalChainError);
  });

  it("the clock refuses", async () => {
    expect(await refusal(leap(connect(pretend()), { blocks: 1n }))).to.be.instanceOf(NotLocalChainError);
  });

  it("the attestor's worker refuses, and off local chains it wants a key", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "azora-local-only-"));
    const file = path.join(folder, "network.json");
    const env = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", AZORA_ATTESTOR_KEY: "" };
    const said = async (network: ReturnType<typeof pretend>) => {
      writeNetwork(file, { ...network, evidence: path.join(folder, "evidence") });
      const worker = run("api/src/workers/attestor/main.ts", ["--network", file], { env });
      const { code, stderr } = await worker.ended;
      expect(code).to.equal(1);
      return stderr.trim();
    };
    expect(await said(pretend())).to.equal(
      "attestor: Practice helpers act on local chains only, and this is chain 1.",
    );
    const honest = { rpcUrl, deployment: createDeployment({ chainId: 1, genesis: ANY, block: 0 }) };
    expect(await said(honest)).to.equal(
      "attestor: AZORA_ATTESTOR_KEY is missing: a private key of 32 bytes in hex.",
    );
    rmSync(folder, { recursive: true });
  });

  it("the judges refuse, with a sentence and exit code 1", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "azora-local-only-"));
    const file = path.join(folder, "network.json");
    writeNetwork(file, { ...pretend(), evidence: path.join(folder, "evidence") });
    const { code, stderr } = await run("api/src/workers/practice/main.ts", ["--network", file]).ended;
    rmSync(folder, { recursive: true });
    expect(code).to.equal(1);
    expect(stderr.trim()).to.equal(
      "practice judges: Practice helpers act on local chains only, and this is chain 1.",
    );
  });
});
