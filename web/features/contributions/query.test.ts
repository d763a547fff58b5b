import { expect } from "chai";
import { isFiltered, listHref, parseListQuery } from "./query.ts";

const account = `0x${"0".repeat(24)}${"ab".repeat(20)}`;

describe("the list of works", () => {
  it("is what its address says, back and forth", () => {
    const query = parseListQuery({
      ...{ q: " map view ", phase: "Voting", order: "amount", epoch: "12" },
      ...{ contributor: account, cursor: "WyJh" },
    });
    expect(query).deep.equal({
      ...{ q: "map view", phase: "Voting", order: "amount", epoch: 12 },
      ...{ registrant: undefined, contributor: account, cursor: "WyJh" },
    });
    const address = new URL(listHref(query), "http://azora");
    expect(parseListQuery(Object.fromEntries(address.searchParams))).deep.equal(query);
  });

  it("ignores what makes no sense", () => {
    const query = parseListQuery({ phase: "None", order: "up", epoch: "-1", registrant: "0x12", q: "  " });
    expect(listHref(query)).equal("/contributions");
    expect(isFiltered(query)).equal(false);
  });

  it("says whether it is narrowed; an order alone does not", () => {
    expect(isFiltered(parseListQuery({ order: "oldest" }))).equal(false);
    expect(isFiltered(parseListQuery({ epoch: "0" }))).equal(true);
  });
});
