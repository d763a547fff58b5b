import { expect } from "chai";
import { NotLocalChainError, requireLocalChain } from "./chains.ts";

const nodeOf = (chainId: number) => ({ getChainId: async () => chainId });

describe("what may only happen on a local chain", () => {
  it("happens there", async () => {
    await requireLocalChain(nodeOf(31_337));
  });

  it("is refused by the node's own id everywhere else", async () => {
    for (const chainId of [1, 11_155_111, 1_337, 31_338]) {
      const refused = await requireLocalChain(nodeOf(chainId)).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(NotLocalChainError);
    }
  });
});
