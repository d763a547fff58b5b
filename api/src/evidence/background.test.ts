import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { contribution } from "@azora/indexer/schema";
import { saveEvidence } from "@azora/sdk/files";
import { expect } from "chai";
import type { Hex } from "viem";
import { useApi } from "../testing/api.ts";
import { logged } from "../testing/logged.ts";
import { manifestOf, uploadOf } from "../testing/manifests.ts";
import { query } from "../testing/postgres.ts";
import { workRow } from "../testing/rows.ts";
import { HEAD } from "../testing/world.ts";
import { EvidenceFolder } from "./EvidenceFolder.ts";
import { sweepEvidence } from "./sweepEvidence.ts";

describe("api: evidence, taken from a folder and let go", () => {
  const api = useApi();
  let folder: string;
  let reads = 0;
  let evidenceFolder: EvidenceFolder;
  const register = async (number: number, evidenceHash: Hex) =>
    api().build.db.insert(contribution).values(workRow(number, { evidenceHash }));
  const isKept = async (hash: Hex) => (await api().context.evidence.bytes(hash)) !== undefined;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "azora-evidence-"));
    evidenceFolder = new EvidenceFolder(folder, api().context);
    api().pool.on("acquire", () => {
      reads += 1;
    });
  });
  after(() => rm(folder, { recursive: true }));

  it("takes the manifests of registered works, and no others", async () => {
    const hash = await saveEvidence(folder, manifestOf("registered"));
    const other = await saveEvidence(folder, manifestOf("not registered"));
    await register(8, hash);
    await evidenceFolder.read();
    expect([await isKept(hash), await isKept(other)]).to.deep.equal([true, false]);
  });

  it("costs one look while nothing changes", async () => {
    reads = 0;
    await evidenceFolder.read();
    await evidenceFolder.read();
    expect(reads).to.equal(2);
  });

  it("takes what is registered later, and what comes to the folder later", async () => {
    await register(9, uploadOf(manifestOf("not registered")).hash);
    await evidenceFolder.read();
    expect(await isKept(uploadOf(manifestOf("not registered")).hash)).to.equal(true);
    const { hash } = uploadOf(manifestOf("late file"));
    await register(10, hash);
    await evidenceFolder.read();
    expect(await isKept(hash)).to.equal(false);
    await saveEvidence(folder, manifestOf("late file"));
    await evidenceFolder.read();
    expect(await isKept(hash)).to.equal(true);
  });

  it("takes nothing that does not hash to its name, says so once, and goes on with the others", async () => {
    const { hash } = uploadOf(manifestOf("spoiled"));
    await writeFile(path.join(folder, `${hash.slice(2)}.json`), uploadOf(manifestOf("something else")).bytes);
    const good = await saveEvidence(folder, manifestOf("good"));
    await register(11, hash);
    await register(12, good);
    const lines = await logged(async () => {
      await evidenceFolder.read();
      await register(13, uploadOf(manifestOf("nowhere")).hash);
      await evidenceFolder.read();
    });
    expect(lines.map(({ what }) => what)).to.deep.equal(["found spoiled evidence"]);
    expect([await isKept(hash), await isKept(good)]).to.deep.equal([false, true]);
  });

  it("has nothing to do without a folder", async () => {
    await new EvidenceFolder(path.join(folder, "none"), api().context).read();
  });

  it("lets go only by an index that is at the chain's head", async () => {
    const { hash, bytes } = uploadOf(manifestOf("forgotten"));
    await api().context.evidence.keep({ hash, bytes, manifest: manifestOf("forgotten") });
    await query(
      api().adminUrl,
      `UPDATE azora_api.evidence SET stored_at = now() - interval '1 day' WHERE hash = '${hash}'`,
    );
    for (const behind of [100, 1]) {
      api().chain.head = HEAD + behind;
      await sweepEvidence(api().context);
      expect(await isKept(hash), `${behind} blocks behind`).to.equal(true);
    }
    api().chain.head = HEAD;
    const lines = await logged(() => sweepEvidence(api().context));
    expect(await isKept(hash)).to.equal(false);
    expect(lines.map(({ what, count }) => [what, count])).to.deep.equal([
      ["let go of unregistered evidence", 1],
    ]);
  });
});
