import { expect } from "chai";
import { evidenceHash, filesManifest, manifestSchema } from "./index.ts";

const work = {
  chainId: 31_337,
  registrant: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  contributors: [{ node: "github:alice", weight: 1_000_000 }],
  title: "A song\n",
  summary: "  In three\tparts. ",
  upstream: [{ node: `0x01${"ab".repeat(31)}` as const, weight: 100 }],
  files: [
    { path: "b.ogg", bytes: 2, sha256: "b".repeat(64) },
    { path: "a.ogg", bytes: 1, sha256: "a".repeat(64) },
  ],
};

describe("a manifest of files", () => {
  it("is valid, with text that any screen can show", () => {
    const manifest = filesManifest(work);
    expect(manifestSchema.parse(manifest)).to.deep.equal(manifest);
    expect([manifest.title, manifest.summary]).to.deep.equal(["A song", "In three parts."]);
    expect(manifest.upstream).to.deep.equal([{ key: work.upstream[0]?.node, weight: 100 }]);
  });

  it("does not depend on the order in which files were found", () => {
    const turned = { ...work, files: work.files.toReversed() };
    expect(evidenceHash(filesManifest(turned))).to.equal(evidenceHash(filesManifest(work)));
  });
});
