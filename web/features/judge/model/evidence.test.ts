import { identityNode } from "@azora/sdk";
import { createApi } from "@azora/sdk/api";
import { canonicalManifest, filesManifest } from "@azora/sdk/manifest";
import { expect } from "chai";
import { sha256, stringToBytes } from "viem";
import { faultsOf, type Registered } from "#features/contributions/evidence.ts";
import { checkEvidence } from "./evidence.ts";

const ALICE = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const MALLORY = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

const contributors = [{ node: "github:alice", weight: 1_000_000 }];
const manifest = filesManifest({
  ...{ chainId: 31_337, registrant: ALICE, contributors, title: "A song", summary: "", upstream: [] },
  files: [{ path: "a.ogg", bytes: 1, sha256: "a".repeat(64) }],
});
const text = new TextDecoder().decode(canonicalManifest(manifest));
const hash = sha256(stringToBytes(text));

/** An API that gives this answer, whatever it is asked. */
const giving = (answer: () => Response) => createApi("http://127.0.0.1:1", { fetch: async () => answer() });

const kindOf = async (answer: () => Response, of = hash) =>
  (await checkEvidence(giving(answer), of, () => [])).kind;

describe("the evidence of a work that is judged", () => {
  it("is what was registered if its bytes hash to it, and only then", async () => {
    expect(await kindOf(() => new Response(text))).to.equal("good");
    expect(await kindOf(() => new Response(`${text} `))).to.equal("bad");
  });

  it("is not the work's own if it speaks of another registration, and says how", async () => {
    const work = (registrant: string): Registered => ({
      ...{ registrant, upstream: [] },
      contributors: [
        { ...{ kind: "Identity", account: null }, node: identityNode("github:alice"), weight: 1_000_000 },
      ],
    });
    const check = (registrant: string, chainId?: number) =>
      checkEvidence(
        giving(() => new Response(text)),
        hash,
        (found) => faultsOf(found, work(registrant), chainId),
      );
    expect(await check(ALICE, 31_337)).to.deep.equal({ kind: "good" });
    expect(await check(ALICE)).to.deep.equal({ kind: "good" });
    const copied = await check(MALLORY, 31_337);
    expect(copied).to.have.property("kind", "foreign");
    expect(copied).to.have.property("faults").with.length(1);
    expect(await check(ALICE, 1)).to.have.property("kind", "foreign");
  });

  it("may be no manifest", async () => {
    for (const other of ["{}", "{"])
      expect(await kindOf(() => new Response(other), sha256(stringToBytes(other)))).to.equal("malformed");
  });

  it("may be missing, or not to be had now", async () => {
    const problem = (status: number) => () =>
      Response.json({ type: "about:blank", title: "", status, detail: "" }, { status });
    expect(await kindOf(problem(404))).to.equal("missing");
    expect(await kindOf(problem(503))).to.equal("unknown");
    const away = () => {
      throw new TypeError("fetch failed");
    };
    expect(await kindOf(away)).to.equal("unknown");
  });
});
