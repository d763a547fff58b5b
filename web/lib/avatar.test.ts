import { expect } from "chai";
import { avatarOf } from "./avatar.ts";

describe("an avatar", () => {
  it("is the same for the same name, whatever its case, and another for another", () => {
    expect(avatarOf("0xABCDEF")).deep.equal(avatarOf("0xabcdef"));
    expect(avatarOf("0xabcdef")).not.deep.equal(avatarOf("0xabcdee"));
  });

  it("stays in its frame", () => {
    for (let name = 0; name < 500; name++) {
      for (const { x, y, radius } of avatarOf(`0x${name.toString(16)}`).shapes) {
        expect(x).within(0, 32);
        expect(y).within(0, 32);
        expect(radius).within(1, 16);
      }
    }
  });
});
