import { createApi } from "@azora/sdk/api";
import { expect } from "chai";
import { sha256, stringToBytes } from "viem";
import { checkEvidence } from "./evidence.ts";

const text = '{"kind":"files"}';
const hash = sha256(stringToBytes(text));

/** An API that gives this answer, whatever it is asked. */
const giving = (answer: () => Response) => createApi("http://127.0.0.1:1", { fetch: async () => answer() });

describe("the evidence of a work that is judged", () => {
  it("is what was registered if its bytes hash to it, and only then", async () => {
    expect(
      await checkEvidence(
        giving(() => new Response(text)),
        hash,
      ),
    ).to.equal("good");
    expect(
      await checkEvidence(
        giving(() => new Response(`${text} `)),
        hash,
      ),
    ).to.equal("bad");
  });

  it("may be missing, or not to be had now", async () => {
    const problem = (status: number) => () =>
      Response.json({ type: "about:blank", title: "", status, detail: "" }, { status });
    expect(await checkEvidence(giving(problem(404)), hash)).to.equal("missing");
    expect(await checkEvidence(giving(problem(503)), hash)).to.equal("unknown");
    const away = giving(() => {
      throw new TypeError("fetch failed");
    });
    expect(await checkEvidence(away, hash)).to.equal("unknown");
  });
});
