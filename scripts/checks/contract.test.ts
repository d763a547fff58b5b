import { expect } from "chai";
import { checkContract } from "./contract.ts";

describe("check: what is committed of the API", () => {
  const files: Record<string, string> = { "a.json": "1", "b.graphql": "2" };
  const read = (path: string) => files[path];

  it("finds a file that has drifted, and one that is missing", () => {
    const problems = checkContract({ "a.json": "1", "b.graphql": "3", "c.json": "4" }, read);
    expect(problems.map((problem) => problem.split(" ")[0])).to.deep.equal(["b.graphql", "c.json"]);
  });

  it("is content with what the code says", () => {
    expect(checkContract(files, read)).to.deep.equal([]);
  });
});
