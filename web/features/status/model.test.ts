import { expect } from "chai";
import { type Health, parseVerified } from "#lib/api/health.ts";
import { apiStanding, behind, faultOf, indexStanding, overall, proofStanding } from "./model.ts";

const ROOT = `0x${"7d".repeat(32)}`;
const block = (number: number, timestamp = number) => ({ number, timestamp, hash: ROOT });

const well: Health = {
  fresh: { status: "fresh", indexed: block(90), chain: block(92, 97), detail: "…" },
  ready: {
    status: "ready",
    checks: ["database", "schema", "index", "proof"].map((name) => ({ name, ok: true, detail: "…" })),
  },
  index: { block: block(90), ledgerSize: 12, proven: { state: "proven", size: 12, root: ROOT, block: 90 } },
};
const silent: Health = { fresh: undefined, ready: undefined, index: undefined };

function failing(name: string): Health {
  const checks = well.ready?.checks.map((check) =>
    check.name === name ? { ...check, ok: false, detail: "leaf 7 does not follow" } : check,
  );
  return { ...well, ready: { status: "not ready", checks: checks ?? [] } };
}

const all = (health: Health) => [apiStanding(health), indexStanding(health), proofStanding(health)];

describe("status", () => {
  it("is well when everything says so", () => {
    expect(all(well)).to.deep.equal(["well", "well", "well"]);
    expect(behind(well)).to.deep.equal({ blocks: 2, seconds: 7 });
  });

  it("takes silence of the API for its failure, and for no word about the rest", () => {
    expect(all(silent)).to.deep.equal(["bad", "unknown", "unknown"]);
    expect(overall(all(silent))).to.equal("bad");
    expect(behind(silent)).to.equal(undefined);
  });

  it("tells a row that is wrong of the proof, and not of the API, which serves on", () => {
    expect(all(failing("proof"))).to.deep.equal(["well", "well", "bad"]);
    expect(faultOf(failing("proof"))).to.equal("leaf 7 does not follow");
    expect(all(failing("database"))).to.deep.equal(["bad", "well", "well"]);
  });

  it("tells behind from forked", () => {
    const at = (status: "stale" | "forked") =>
      indexStanding({
        ...well,
        fresh: { status, indexed: null, chain: null, detail: "" },
      });
    expect([at("stale"), at("forked")]).to.deep.equal(["late", "bad"]);
  });

  it("is as the worst of its parts", () => {
    expect(overall(["well", "late", "well"])).to.equal("late");
    expect(overall(["unknown", "late"])).to.equal("unknown");
    expect(overall(["bad", "unknown", "well"])).to.equal("bad");
  });

  it("reads the header in which the API says how far it is proven", () => {
    expect(parseVerified(`754;root="${ROOT}";block=1079`)).to.deep.equal({
      ...{ state: "proven", size: 754, block: 1079 },
      root: ROOT,
    });
    expect(parseVerified("0;failed")).to.deep.equal({ state: "failed" });
    expect(parseVerified(null)).to.deep.equal({ state: "unchecked" });
  });
});
