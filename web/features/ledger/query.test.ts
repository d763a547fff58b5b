import { dataHash, LeafKind } from "@azora/sdk";
import { expect } from "chai";
import { contractName, kindNumber } from "./leaf.ts";
import { KINDS, ledgerHref, parseLedgerQuery } from "./query.ts";

describe("the ledger's list", () => {
  it("is what its address says, back and forth", () => {
    const query = parseLedgerQuery({ kind: "Settled", subject: `0x01${"a".repeat(62)}`, order: "oldest" });
    const address = new URL(ledgerHref(query), "http://azora");
    expect(parseLedgerQuery(Object.fromEntries(address.searchParams))).deep.equal(query);
  });

  it("offers the kinds that contracts append, and no later ones", () => {
    expect(KINDS).include.members(["Registered", "Settled", "Flowed", "Seated", "Slashed"]);
    const later = Object.keys(LeafKind).filter((kind) => !(kind in dataHash));
    expect(KINDS).not.include.oneOf(later);
    for (const kind of [...later, "Unheard"]) expect(parseLedgerQuery({ kind }).kind).equal(undefined);
  });
});

describe("a leaf", () => {
  it("names its emitter if it is one of the protocol's", () => {
    const addresses = { proofOfValue: "0x86337dDaF2661A069D0DcB5D160585acC2d15E9a" };
    expect(contractName({ addresses }, "0x86337ddaf2661a069d0dcb5d160585acc2d15e9a")).equal("ProofOfValue");
    expect(contractName({ addresses }, `0x${"1".repeat(40)}`)).equal(undefined);
    expect(contractName(undefined, `0x${"1".repeat(40)}`)).equal(undefined);
  });

  it("has its kind as a number", () => {
    expect(kindNumber("Anchored")).equal(0);
    expect(kindNumber("Settled")).equal(10);
  });
});
