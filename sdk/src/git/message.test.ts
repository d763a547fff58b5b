import { expect } from "chai";
import { parseMessage } from "./message.ts";

describe("what a commit message says", () => {
  it("has its first paragraph as subject", () => {
    expect(parseMessage("\n\nOne\r\ntwo\r\n\r\nthree").subject).equal("One two");
    expect(parseMessage("").subject).equal("");
  });

  it("has the title of a pull request as headline", () => {
    const message = "Merge pull request #12 from ada/fix\n\nFixed the ledger\n\nMore";
    expect(parseMessage(message)).include({
      subject: "Merge pull request #12 from ada/fix",
      headline: "Fixed the ledger (#12)",
    });
    expect(parseMessage("Merge pull request #12 from ada/fix").headline).equal(
      "Merge pull request #12 from ada/fix",
    );
  });

  it("names the commit that it reverts", () => {
    const hash = "a".repeat(40);
    expect(parseMessage(`Revert "x"\n\nThis reverts commit ${hash}.`).reverts).equal(hash);
    expect(parseMessage(`Revert "x"\n\nThis reverts commit abc.`)).not.property("reverts");
  });

  it("finds co-authors on any line and ignores those that name nobody", () => {
    const message =
      "x\n\nCo-authored-by: Ada L <ada@example.org>\n\nCO-AUTHORED-BY:<b@c>\n* Co-authored-by: E <e@e>";
    expect(parseMessage(message).coAuthors).deep.equal(["Ada L <ada@example.org>", "<b@c>"]);
    expect(parseMessage("x\n\nCo-authored-by: A <not an address>").coAuthors).deep.equal([]);
  });
});
