import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { createPublicClient, custom, type PublicClient } from "viem";
import { foundry } from "viem/chains";
import { createDeployment } from "../addresses.ts";
import { TestRepository } from "../git/fixture.ts";
import { readForImport } from "./continue.ts";
import { importsFolder, readScope, writeJournal } from "./journal.ts";

const registrant = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const hash = `0x${"11".repeat(32)}`;

/** A chain of which only the block of the deployment is asked for. */
const client: PublicClient = createPublicClient({
  chain: foundry,
  transport: custom({
    request: async () => ({ number: "0x0", hash, timestamp: "0x1", transactions: [], baseFeePerGas: "0x1" }),
  }),
});

describe("importer: reading a repository again", () => {
  let folder: string;
  let repository: TestRepository;
  const network = () => ({
    rpcUrl: "http://127.0.0.1:1",
    evidence: path.join(folder, "evidence"),
    deployment: createDeployment({ chainId: 31_337, genesis: `0x${"22".repeat(20)}`, block: 0 }),
  });
  const read = (group: "commits:1" | "commits:2" = "commits:2") =>
    readForImport({ client, network: network(), registrant, path: repository.path, options: { group } });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-imports-"));
    repository = new TestRepository();
    for (const line of ["one", "two", "three"])
      repository.commit({ files: { "a.txt": `${line}\nmore\n` }, message: line });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    rmSync(repository.path, { recursive: true });
  });

  async function plan() {
    const history = await read();
    const scope = await readScope(client, network(), registrant);
    writeJournal(importsFolder(network()), { version: 1, ...scope, history, decisions: {} });
    return history;
  }

  it("leaves the plan as it was, though the options would divide it otherwise", async () => {
    const planned = await plan();
    expect((await read("commits:1")).groups).to.deep.equal(planned.groups);
  });

  it("appends new commits, which cite what was imported before", async () => {
    const planned = await plan();
    repository.commit({ files: { "a.txt": "four\nmore\n" }, message: "four" });
    const grown = await read("commits:1");
    expect(grown.groups.slice(0, 2)).to.deep.equal(planned.groups);
    expect(grown.groups.map(({ commits }) => commits.length)).to.deep.equal([2, 1, 1]);
    expect(grown.groups[2]?.range.from).to.equal(planned.groups[1]?.range.to);
    // It replaces the line that the second contribution put there.
    expect(grown.groups[2]?.upstream).to.deep.equal([{ group: 1, weight: 150_000 }]);
  });

  it("goes on from the last common commit when history was rewritten", async () => {
    const planned = await plan();
    repository.git("reset", "-q", "--hard", "HEAD~1");
    repository.commit({ files: { "a.txt": "drei\nmore\n" }, message: "drei" });
    const grown = await read();
    expect(grown.groups).to.have.length(3);
    expect(grown.groups[2]?.range.from).to.equal(planned.groups[0]?.range.to);
  });

  it("takes another registrant's import for another import", async () => {
    await plan();
    const other = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";
    const { groups } = await readForImport({
      client,
      network: network(),
      registrant: other,
      path: repository.path,
      options: { group: "commits:1" },
    });
    expect(groups).to.have.length(3);
  });
});
