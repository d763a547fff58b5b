import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect } from "chai";
import fc from "fast-check";
import { emailIdentity } from "../identity.ts";
import { cleanText, decodeText, pathKind } from "./index.ts";

describe("text for a manifest", () => {
  it("is valid, on one line and within its limit, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (bytes, limit) => {
        const text = cleanText(decodeText(bytes), limit);
        expect(text.isWellFormed()).equal(true);
        expect(text).not.match(/\p{Cc}/u);
        expect([...text].length).most(limit);
        expect(cleanText(text, limit)).equal(text);
        expect(canonicalize(text)).a("string");
      }),
    );
  });

  it("keeps what is short, replaces lone surrogates, never cuts a character in two", () => {
    expect(cleanText("a\ud800b")).equal("a\ufffdb");
    expect(cleanText("🚀🚀🚀", 3)).equal("🚀🚀🚀");
    expect(cleanText("🚀🚀🚀🚀", 3)).equal("🚀🚀…");
  });
});

describe("the pseudonym of an author", () => {
  it("is the SHA-256 of the e-mail, trimmed, in lower case", () => {
    const expected = createHash("sha256").update("ada@example.org").digest("hex");
    expect(emailIdentity(" Ada@Example.ORG\n")).equal(`git:${expected}`);
  });
});

describe("what a path is for", () => {
  const cases: [ReturnType<typeof pathKind>, string[]][] = [
    [
      "generated",
      ["package-lock.json", "a/vendor/b.go", "Cargo.lock", "x.min.js", "node_modules/a/README.md", "a.pb.go"],
    ],
    [
      "test",
      ["test/a.ts", "src/a.test.ts", "a_test.go", "tests/README.md", "test_a.py", "Azora.t.sol", "a.spec.js"],
    ],
    ["doc", ["README.md", "docs/a.png", "LICENSE", "a/b.RST", "src/notes.txt"]],
    ["code", ["src/a.ts", "latest.ts", "contest/a.c", "docstring.py", "Makefile", "protest.go"]],
  ];
  for (const [kind, paths] of cases) {
    for (const path of paths) it(`is ${kind} for ${path}`, () => expect(pathKind(path)).equal(kind));
  }
});
