import { expect } from "chai";
import { checkSizes } from "./sizes.ts";

const long = { path: "sdk/src/long.ts", text: "line\n".repeat(401) };
const short = { path: "sdk/src/short.ts", text: "line\n".repeat(400) };

describe("check: file sizes", () => {
  it("finds a file that is too long", () => {
    expect(checkSizes([long, short], {}))
      .to.have.length(1)
      .and.to.match(/long\.ts has 401 lines/);
  });

  it("accepts it with a reason, and finds an exception that is not needed", () => {
    expect(checkSizes([long], { [long.path]: "a table" })).to.deep.equal([]);
    expect(checkSizes([short], { [short.path]: "a table" }))
      .to.have.length(1)
      .and.to.match(/needs no exception/);
  });
});
