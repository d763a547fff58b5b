import { createDeployment } from "@azora/sdk";
import { expect } from "chai";
import type { Account } from "#lib/api/types.ts";
import { en } from "#strings/en.ts";
import { everythingOf } from "./everythingOf.ts";

const address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const deployment = createDeployment({ chainId: 31_337, genesis: address, block: 0 });
const { disputes, attributionRegistry } = deployment.addresses;

const kindsOf = (owed: Pick<Account, "owed" | "ether" | "tokens">) =>
  everythingOf({ deployment, account: { address, ...owed } as Account }, address, en).map(({ kind }) => kind);

describe("everything that an account can take out", () => {
  const none = { owed: "0", ether: [], tokens: [] };

  it("is one thing for each that is owed, and nothing that is not", () => {
    expect(kindsOf(none)).to.deep.equal([]);
    const ether = [
      { contract: disputes, owed: "5" },
      { contract: attributionRegistry, owed: "0" },
    ] as Account["ether"];
    const tokens = [{ token: address, owed: "7" }] as Account["tokens"];
    expect(kindsOf({ owed: "1", ether, tokens })).to.deep.equal([
      "withdrawAzr",
      "withdrawEther",
      "withdrawToken",
    ]);
    expect(kindsOf({ ...none, tokens })).to.deep.equal(["withdrawToken"]);
  });
});
