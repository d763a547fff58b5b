import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { z } from "zod";
import { checkArticles } from "./articles.ts";
import { readSources } from "./sources.ts";

const TEXT = readFileSync("docs/constitution.md");

const DOCUMENT = `# Articles

## 1. It holds

- Enforced by: \`Split.ninetyTen\`
- Proven by: \`invariant_AZ02_tenth\`, \`AZ-02: to the wei\`
`;
const SOURCES = [
  { path: "contracts/libraries/Split.sol", text: "function ninetyTen(uint256 amount) {}" },
  { path: "test/contracts/a.t.sol", text: "function invariant_AZ02_tenth() external {}" },
  { path: "test/contracts/a.test.ts", text: 'it("AZ-02: to the wei", () => {});' },
];

describe("check: the articles, their functions and their tests", () => {
  it("finds every function and every test that docs/constitution.md names", () => {
    expect(checkArticles(TEXT.toString(), readSources())).to.deep.equal([]);
  });

  it("finds the hash of docs/constitution.md in the parameters of every network", () => {
    const hash = `0x${createHash("sha256").update(TEXT).digest("hex")}`;
    const files = readdirSync("deploy/parameters");
    expect(files).to.not.have.length(0);
    for (const file of files) {
      const json = JSON.parse(readFileSync(`deploy/parameters/${file}`, "utf8"));
      expect(z.object({ articles: z.string() }).parse(json).articles, file).to.equal(hash);
    }
  });

  it("accepts an article whose functions and tests exist", () => {
    expect(checkArticles(DOCUMENT, SOURCES)).to.deep.equal([]);
  });

  it("finds a function and tests that do not exist", () => {
    expect(checkArticles(DOCUMENT, [])).to.deep.equal([
      'Article "1. It holds" names the function Split.ninetyTen, which is not in the contracts',
      'Article "1. It holds" names the test "invariant_AZ02_tenth", which does not exist',
      'Article "1. It holds" names the test "AZ-02: to the wei", which does not exist',
    ]);
  });

  it("finds an article that names nothing, and a document without articles", () => {
    expect(checkArticles("## 1. It holds\n\nWords.\n", SOURCES)).to.deep.equal([
      'Article "1. It holds" names no function that enforces it',
      'Article "1. It holds" names no test that proves it',
    ]);
    expect(checkArticles("Words.", SOURCES)).to.deep.equal([
      "docs/constitution.md has no article as ## 1. Title",
    ]);
  });
});
