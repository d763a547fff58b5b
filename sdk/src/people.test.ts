import { expect } from "chai";
import { emailIdentity, IdentityError } from "./identity.ts";
import { accountNode, identityNode } from "./node.ts";
import { parsePerson, personNode, personShares } from "./people.ts";

const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

describe("people as they are typed", () => {
  it("are accounts or identities, in the one spelling of manifests", () => {
    expect(parsePerson(` ${account.toLowerCase()} `)).to.equal(account);
    expect(parsePerson("github:Alice")).to.equal("github:alice");
    expect(parsePerson("npm:left-pad")).to.equal("npm:left-pad");
  });

  it("have their e-mail address hashed, so that it goes nowhere in plain", () => {
    const node = parsePerson("git:Ada@Example.org");
    expect(node).to.equal(emailIdentity("ada@example.org"));
    expect(parsePerson(node)).to.equal(node);
  });

  it("are refused with a sentence", () => {
    expect(() => parsePerson(account.replace("f39F", "f39f"))).to.throw(IdentityError, "is not an address");
    expect(() => parsePerson("alice")).to.throw(IdentityError, "write provider:name");
    expect(() => parsePerson("github:a b")).to.throw(IdentityError, "is not a name at github");
  });

  it("become nodes by what they are", () => {
    expect(personNode(account)).to.equal(accountNode(account));
    expect(personShares([{ node: "github:alice", weight: 1_000_000 }])).to.deep.equal([
      { node: identityNode("github:alice"), weight: 1_000_000 },
    ]);
  });
});
