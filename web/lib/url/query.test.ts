import { expect } from "chai";
import { BYTES32, choice, href, matching, one } from "./query.ts";

describe("the parameters of an address", () => {
  it("are single values, and empty ones are absent", () => {
    expect(one({ q: "map" }, "q")).equal("map");
    expect(one({ q: ["map", "view"] }, "q")).equal("map");
    expect(one({ q: "" }, "q")).equal(undefined);
    expect(one({}, "q")).equal(undefined);
  });

  it("are of a set or absent", () => {
    expect(choice({ order: "oldest" }, "order", ["newest", "oldest"])).equal("oldest");
    expect(choice({ order: "sideways" }, "order", ["newest", "oldest"])).equal(undefined);
  });

  it("are of a form or absent", () => {
    const node = `0x01${"a".repeat(62)}`;
    expect(matching({ subject: ` ${node} ` }, "subject", BYTES32)).equal(node);
    expect(matching({ subject: node.slice(1) }, "subject", BYTES32)).equal(undefined);
  });

  it("make one address for one thing", () => {
    expect(href("/ledger", {})).equal("/ledger");
    expect(href("/ledger", { kind: undefined, cursor: "WyJ=+/" })).equal("/ledger?cursor=WyJ%3D%2B%2F");
    expect(href("/contributions", { epoch: 0, q: "a b" })).equal("/contributions?epoch=0&q=a+b");
  });
});
