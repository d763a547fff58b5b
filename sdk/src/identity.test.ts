import { expect } from "chai";
import { canonicalIdentity, emailIdentity, IdentityError, parseIdentity } from "./identity.ts";

describe("identity", () => {
  it("brings names into their provider's case", () => {
    expect(parseIdentity(" github:Alice ")).to.equal("github:alice");
    expect(parseIdentity("github:Alice/Ledger.js")).to.equal("github:alice/ledger.js");
    expect(parseIdentity("repo:codeberg.org/Alice/ledger")).to.equal("repo:codeberg.org/Alice/ledger");
    expect(parseIdentity("npm:@scope/Left-Pad")).to.equal("npm:@scope/Left-Pad");
    expect(parseIdentity("orcid:0000-0002-1825-0097")).to.equal("orcid:0000-0002-1825-0097");
  });

  it("hashes an e-mail address as people write it", () => {
    const expected = "git:ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976";
    expect(emailIdentity("alice@example.com")).to.equal(expected);
    expect(emailIdentity(" Alice@Example.COM\n")).to.equal(expected);
  });

  it("refuses what could be mistaken for another name", () => {
    for (const text of [
      "alice",
      ":alice",
      "github:",
      "github:a b",
      "github:-a",
      "GitHub:alice",
      "git:alice",
      "github:alice/",
      "github:alice/ledger.git",
      "github:alice/..",
      "github:alice/ledger/src",
      "repo:github.com/alice/ledger",
      "repo:Codeberg.org/alice/ledger",
      "repo:codeberg.org/alice/ledger.git",
      "repo:codeberg.org/alice/../ledger",
      "repo:codeberg.org",
      "repo:localhost/ledger",
      "x:аlice",
    ]) {
      expect(() => parseIdentity(text), text).to.throw(IdentityError);
    }
    expect(() => canonicalIdentity("github", "a".repeat(40))).to.throw(IdentityError);
  });
});
