import { emailIdentity } from "@azora/sdk";
import { ProofError } from "@azora/sdk/claims";
import { expect } from "chai";
import { claimOf, fundingFileFor, missingOf, proofKindOf, readIdentity } from "./model.ts";

const ACCOUNT = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const NETWORK = { chainId: 31_337, registry: ACCOUNT };
const NOTHING = { signature: "", publicKey: "", repository: "" };
const wish = (identity: string) => ({ identity, account: ACCOUNT, nonce: 0, deadline: 100 }) as const;

describe("claiming an identity", () => {
  it("has a proof for authors of commits and for projects", () => {
    expect(proofKindOf(emailIdentity("ada@example.org"))).to.equal("git-signature");
    expect(["github:alice/ledger", "repo:codeberg.org/a/b"].map(proofKindOf)).to.deep.equal([
      "funding-json",
      "funding-json",
    ]);
    expect(["github:alice", "npm:left-pad"].map(proofKindOf)).to.deep.equal([undefined, undefined]);
  });

  it("reads what is typed, and keeps an address of mail to itself", () => {
    expect(readIdentity(" git:Ada@Example.org ")).to.deep.equal({
      identity: emailIdentity("ada@example.org"),
    });
    expect(readIdentity("alice"))
      .to.have.property("trouble")
      .that.matches(/is not an identity/);
    expect(readIdentity(ACCOUNT)).to.deep.equal({ trouble: undefined });
  });

  it("hands over the file's place or the signatures, in the form that attestors read", () => {
    expect(claimOf(NETWORK, wish("github:alice/ledger"), "0x12", NOTHING).proof).to.deep.equal({
      kind: "funding-json",
    });
    const typed = { signature: " signed ", publicKey: "", repository: "https://a.example/b#refs/heads/x" };
    expect(claimOf(NETWORK, wish(emailIdentity("ada@example.org")), "0x12", typed).proof).to.deep.equal({
      kind: "git-signature",
      repositories: [{ url: "https://a.example/b", ref: "refs/heads/x" }],
      signatures: ["signed\n"],
      publicKeys: [],
    });
    expect(() => claimOf(NETWORK, wish("GitHub:Alice"), "0x12", NOTHING)).to.throw(ProofError, /identity/);
  });

  it("asks for what is missing before anything is signed", () => {
    const git = emailIdentity("ada@example.org");
    expect(missingOf(git, NOTHING)).to.equal("signature");
    expect(missingOf(git, { ...NOTHING, signature: "signed" })).to.equal("repository");
    expect(missingOf(git, { ...NOTHING, signature: "signed", repository: "poem" })).to.equal(undefined);
    expect(missingOf("github:alice/ledger", NOTHING)).to.equal(undefined);
  });

  it("says what the file has to hold", () => {
    expect(JSON.parse(fundingFileFor(1, ACCOUNT))).to.deep.equal({
      azora: { "eip155:1": { ownedBy: ACCOUNT } },
    });
  });
});
