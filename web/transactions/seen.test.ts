import { ApiProblem } from "@azora/sdk/api";
import { expect } from "chai";
import { waitForIndex } from "./seen.ts";

const none = async () => undefined;

const lagging = new ApiProblem({ type: "about:blank", title: "", status: 504, detail: "" });
const away = new TypeError("fetch failed");

/** An API that fails in these ways, one after the other, and then answers. */
function failing(...troubles: Error[]) {
  const left = [...troubles];
  return async () => {
    const trouble = left.shift();
    if (trouble !== undefined) throw trouble;
  };
}

describe("waiting for the index", () => {
  it("ends when it has the block, after some trouble or none", async () => {
    expect(await waitForIndex(failing(), none)).to.equal("seen");
    expect(await waitForIndex(failing(lagging, away, lagging), none)).to.equal("seen");
  });

  it("tells an index that is behind from an API that is away", async () => {
    const always = (trouble: Error) => failing(...Array<Error>(20).fill(trouble));
    expect(await waitForIndex(always(lagging), none)).to.equal("lagging");
    expect(await waitForIndex(always(away), none)).to.equal("away");
  });
});
