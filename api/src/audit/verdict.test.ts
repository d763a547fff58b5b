import { expect } from "chai";
import { readySchema } from "../routes/health/schema.ts";
import { useApi } from "../testing/api.ts";
import { hashOf } from "../testing/names.ts";
import { type Verdict, writeVerdict } from "./verdict.ts";

describe("api: what the auditor found", () => {
  const api = useApi();
  const proven = { size: 21, root: hashOf("root"), block: 40, hash: hashOf("block") };
  const finding = (row: string): Verdict["findings"][number] => ({
    proof: "ledger",
    table: "leaf",
    row,
    detail: `leaf ${row} is missing`,
  });

  async function proofOf(): Promise<object | undefined> {
    const response = await api().fetch("/health/ready");
    const { checks } = readySchema.parse(await response.json());
    const proof = checks.find(({ name }) => name === "proof");
    expect(response.status).to.equal(proof?.ok ? 200 : 503);
    return proof;
  }

  const headers = async () => {
    const rest = await api().fetch("/v1/head");
    const graphql = await api().fetch("/graphql?query={block{number}}");
    const header = rest.headers.get("Azora-Verified");
    expect(graphql.headers.get("Azora-Verified")).to.equal(header);
    return header;
  };

  it("is nothing, and no reason not to serve, before anybody looked", async () => {
    expect(await headers()).to.equal(null);
    expect(await proofOf()).to.include({ ok: true });
  });

  it("is the size of the ledger that was proven, on every answer", async () => {
    await writeVerdict(api().pool, { proven, findings: [] });
    expect(await headers()).to.equal(`21;root="${proven.root}";block=40`);
    expect(await proofOf()).to.include({ ok: true });
  });

  it("turns readiness red and names the first fault, until it is mended", async () => {
    await writeVerdict(api().pool, { proven, findings: [finding("7"), finding("9")] });
    expect(await headers()).to.equal("0;failed");
    expect(await proofOf()).to.include({ ok: false, detail: "leaf 7 is missing, and 1 more" });
    await writeVerdict(api().pool, { proven, findings: [finding("9")] });
    expect(await proofOf()).to.include({ ok: false, detail: "leaf 9 is missing" });
    await writeVerdict(api().pool, { proven, findings: [] });
    expect(await proofOf()).to.include({ ok: true });
  });

  it("keeps the first of many faults, and how many there are", async () => {
    const findings = Array.from({ length: 90 }, (_, i) => finding(String(i)));
    await writeVerdict(api().pool, { proven: null, findings });
    expect(await proofOf()).to.include({ detail: "leaf 0 is missing, and 89 more" });
  });
});
