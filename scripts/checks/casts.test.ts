import { expect } from "chai";
import { checkCasts } from "./casts.ts";

describe("check: double casts", () => {
  it("finds a cast of a cast", () => {
    const text = "const a = b as unknown as C;\nconst d = (e as any) as F;";
    expect(checkCasts([{ path: "sdk/src/a.ts", text }])).to.deep.equal([
      "sdk/src/a.ts:1 casts twice: narrow the type, or parse the value",
      "sdk/src/a.ts:2 casts twice: narrow the type, or parse the value",
    ]);
  });

  it("allows one cast, words, and tests", () => {
    const text = 'const a = b as C; const words = "as unknown as C"; // as unknown as C';
    expect(checkCasts([{ path: "sdk/src/a.ts", text }])).to.deep.equal([]);
    expect(checkCasts([{ path: "sdk/src/a.test.ts", text: "const a = b as unknown as C;" }])).to.deep.equal(
      [],
    );
  });
});
