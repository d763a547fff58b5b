import { expect } from "chai";
import type { PublicClient } from "viem";
import { readToken, shownSymbol } from "./token.ts";

const TOKEN = `0x${"12".repeat(20)}` as const;

/** A node at which a token answers so; undefined reverts. */
function nodeWith(answers: { symbol?: string; decimals?: number }): Pick<PublicClient, "readContract"> {
  const answer = ({ functionName }: { functionName: string }) => {
    const found = functionName === "symbol" ? answers.symbol : answers.decimals;
    return found === undefined ? Promise.reject(new Error("It reverted.")) : Promise.resolve(found);
  };
  return { readContract: answer as PublicClient["readContract"] };
}

describe("a token", () => {
  it("is what it says of itself", async () => {
    const found = await readToken(nodeWith({ symbol: "USDC", decimals: 6 }), TOKEN);
    expect(found).to.deep.equal({ address: TOKEN, symbol: "USDC", decimals: 6 });
  });

  it("may say no symbol, but must say its decimals, in reason", async () => {
    expect((await readToken(nodeWith({ decimals: 0 }), TOKEN)).symbol).to.equal(undefined);
    const refusal = (answers: Parameters<typeof nodeWith>[0]) =>
      readToken(nodeWith(answers), TOKEN).then(
        () => "none",
        (error: Error) => error.message,
      );
    expect(await refusal({ symbol: "X" })).to.equal("It reverted.");
    expect(await refusal({ symbol: "X", decimals: 37 })).to.match(/has 37 decimals/);
  });

  it("is not called by what is somebody else's, what cannot be seen, or what is too long", () => {
    expect([shownSymbol("AZR"), shownSymbol(" eTh\n"), shownSymbol("\u202E\u200B")]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect(shownSymbol("A\u202EB C")).to.equal("ABC");
    expect(shownSymbol("x".repeat(40))).to.equal("x".repeat(12));
  });
});
