import { expect } from "chai";
import type { PublicClient } from "viem";
import { readToken } from "./readToken.ts";
import { shownSymbol } from "./token.ts";

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

  it("is called by what is plain and its own, cut where it is too long", () => {
    for (const symbol of ["USDC", "stETH", "USD.e", "UNI-V2", "$DOG", "x9"])
      expect(shownSymbol(symbol), symbol).to.equal(symbol);
    expect(shownSymbol(" DAI\n")).to.equal("DAI");
    expect(shownSymbol("\uFF35\uFF33\uFF24\uFF23"), "fullwidth USDC").to.equal("USDC");
    expect(shownSymbol("x".repeat(40))).to.equal("x".repeat(12));
  });

  it("is not called by the protocol's token or the chain's coin, however it is written", () => {
    const azr = [
      "AZR",
      "azr",
      "AZR.",
      "A.Z-R",
      "$AZR",
      "xAZR",
      "AZR2",
      "\uFF21\uFF3A\uFF32",
      "\u{1D400}\u{1D419}\u{1D411}",
    ];
    const coin = [" eTh\n", "E.T.H", "$ETH", "Ether", "WETH", "\uFF25\uFF34\uFF28", "ETH.........USDC"];
    for (const symbol of [...azr, ...coin]) expect(shownSymbol(symbol), symbol).to.equal(undefined);
  });

  it("is not called by letters of other scripts, or by what cannot be seen", () => {
    const others = [
      "\u0410ZR",
      "A\u0396R",
      "\u0415TH",
      "A\u200BZR",
      "A\u202EB",
      "A B",
      "\u202E\u200B",
      ".",
      "",
    ];
    for (const symbol of others) expect(shownSymbol(symbol), JSON.stringify(symbol)).to.equal(undefined);
  });
});
