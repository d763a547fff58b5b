import { expect } from "chai";
import { createPatience } from "./patience.ts";

describe("patience with what is refused", () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
  });
  const patience = () => createPatience(() => now);

  it("lets everything be tried again once, then waits twice as long each time, ten minutes at most", () => {
    const { refuse } = patience();
    const pauses = Array.from({ length: 13 }, () => refuse("draw"));
    expect(pauses).to.deep.equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
  });

  it("allows a duty from the very second on, and others meanwhile", () => {
    const { refuse, allows } = patience();
    refuse("draw");
    expect(allows("draw")).to.equal(true);
    refuse("draw");
    expect([allows("draw"), allows("score")]).to.deep.equal([false, true]);
    now = 1;
    expect(allows("draw")).to.equal(true);
  });

  it("forgets a duty that is there no more", () => {
    const { refuse, keep } = patience();
    for (let times = 0; times < 5; times += 1) refuse("draw");
    keep(new Set(["draw"]));
    expect(refuse("draw")).to.equal(16);
    keep(new Set(["score"]));
    expect(refuse("draw")).to.equal(0);
  });
});
