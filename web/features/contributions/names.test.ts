import { emailIdentity, identityNode } from "@azora/sdk";
import { expect } from "chai";
import { accountNode } from "#lib/format/hex.ts";
import { namesOf } from "./names.ts";

const address = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const author = emailIdentity("ava@example.org");

describe("the names behind nodes", () => {
  it("are those of the evidence, if they hash to the node, and titles of works", () => {
    const contributors = ["github:alice", author, address].map((node) => ({ node, weight: 1 }));
    const names = namesOf({ contributors }, [
      { id: "0x01a", title: "Parser" },
      { id: "0x01b", title: null },
    ]);
    expect(Object.fromEntries(names)).deep.equal({
      [identityNode("github:alice")]: "github:alice",
      [identityNode(author)]: `git:${author.slice(4, 12)}…`,
      [accountNode(address)]: "0x3c44…93bc",
      "0x01a": "Parser",
    });
  });

  it("are none without evidence", () => {
    expect(namesOf(undefined).size).equal(0);
  });
});
