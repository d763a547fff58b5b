import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { Hex } from "viem";
import { canonicalManifest, evidenceHash, type Manifest } from "../manifest/index.ts";
import { EvidenceAwayError, EvidenceError, findEvidence, loadEvidence } from "./evidence.ts";

const manifest: Manifest = {
  kind: "files",
  version: 1,
  chainId: 31_337,
  registrant: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  title: "A map",
  summary: "",
  contributors: [{ node: "github:alice", weight: 1_000_000 }],
  upstream: [],
  files: [{ path: "map.svg", bytes: 3, sha256: "ab".repeat(32) }],
};
const hash = evidenceHash(manifest);

describe("findEvidence", () => {
  let evidence: string;
  let api: Server | undefined;

  beforeEach(() => {
    evidence = mkdtempSync(path.join(tmpdir(), "azora-evidence-"));
  });
  afterEach(async () => {
    await new Promise((resolve) => (api ? api.close(resolve) : resolve(undefined)));
    api = undefined;
    rmSync(evidence, { recursive: true, force: true });
  });

  /** An API that answers everything in the same way. */
  async function answering(status: number, body: string | Uint8Array): Promise<string> {
    api = createServer((_, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => api?.listen(0, "127.0.0.1", resolve));
    const address = api.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  }

  const reasonOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it("takes it from the API, and keeps it in the folder", async () => {
    const apiUrl = await answering(200, canonicalManifest(manifest));
    expect(await findEvidence({ evidence, apiUrl }, hash)).to.deep.equal(manifest);
    expect(await loadEvidence(evidence, hash)).to.deep.equal(manifest);
    expect(await findEvidence({ evidence, apiUrl: "http://127.0.0.1:1" }, hash)).to.deep.equal(manifest);
  });

  it("finds nothing where neither has it, or where there is no API", async () => {
    expect(await findEvidence({ evidence }, hash)).to.equal(undefined);
    expect(await findEvidence({ evidence, apiUrl: await answering(404, "") }, hash)).to.equal(undefined);
  });

  it("refuses what does not hash to its name, from either, and keeps nothing of it", async () => {
    const apiUrl = await answering(200, canonicalManifest({ ...manifest, title: "Another map" }));
    expect(await reasonOf(findEvidence({ evidence, apiUrl }, hash))).to.be.instanceOf(EvidenceError);
    expect(await loadEvidence(evidence, hash)).to.equal(undefined);
    const other: Hex = `0x${"00".repeat(32)}`;
    writeFileSync(path.join(evidence, `${other.slice(2)}.json`), canonicalManifest(manifest));
    expect(await reasonOf(findEvidence({ evidence }, other))).to.be.instanceOf(EvidenceError);
  });

  it("does not take an API that is away for one that has nothing", async () => {
    expect(await reasonOf(findEvidence({ evidence, apiUrl: "http://127.0.0.1:1" }, hash))).to.be.instanceOf(
      EvidenceAwayError,
    );
    const apiUrl = await answering(503, "");
    expect(await reasonOf(findEvidence({ evidence, apiUrl }, hash))).to.be.instanceOf(EvidenceAwayError);
  });
});
