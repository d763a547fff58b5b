import { contribution, identity } from "@azora/indexer/schema";
import { identityNode } from "@azora/sdk";
import { expect } from "chai";
import { eq } from "drizzle-orm";
import { useApi } from "../../testing/api.ts";
import { manifestOf, uploadOf } from "../../testing/manifests.ts";
import { ALICE, aliceNode, BOB, person, work } from "../../testing/names.ts";
import { query } from "../../testing/postgres.ts";
import { searchAnswer } from "./schema.ts";

describe("api: search", () => {
  const api = useApi();

  async function find(q: string, limit = 10) {
    const path = `/v1/search?${new URLSearchParams({ q, limit: String(limit) })}`;
    const { contributions, people } = await api().get(path, searchAnswer);
    return { works: contributions.map(({ number }) => number), people };
  }

  before(async () => {
    const { db } = api().build;
    for (const [n, title] of ["Audited the ledger 7 times", "Wrote of ledgers"].entries()) {
      const { hash, bytes } = uploadOf(manifestOf(title));
      await db
        .update(contribution)
        .set({ evidenceHash: hash })
        .where(eq(contribution.id, work(3 + n)));
      await api().fetch(`/v1/evidence/${hash}`, { method: "PUT", body: bytes });
    }
    const seen = { firstSeenAt: 1n, nonce: 0n, account: null, effectiveAt: null };
    await db.insert(identity).values({ ...seen, node: identityNode("github:carol"), credited: 2 });
  });

  it("finds works by words of their titles, and by their number", async () => {
    expect((await find("ledger")).works).to.deep.equal([4, 3]);
    expect((await find("audit ledger")).works).to.deep.equal([3]);
    expect((await find("7")).works).to.deep.equal([7, 3]);
    expect((await find("#2")).works).to.deep.equal([2]);
    expect((await find("ledger", 1)).works).to.deep.equal([4]);
    expect(await find("nothing of the kind")).to.deep.equal({ works: [], people: [] });
  });

  it("finds people and works by the beginning of an address, an id or a node", async () => {
    const { people } = await find(ALICE.toUpperCase().replace("0X", "0x"));
    expect(people).to.deep.equal([
      {
        node: aliceNode,
        kind: "Account",
        account: "0x000000000000000000000000000000000000a001",
        name: null,
        credited: 3,
      },
    ]);
    expect((await find(aliceNode)).people).to.deep.equal(people);
    expect((await find(work(2))).works).to.deep.equal([2]);
    expect((await find("0x01")).works).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    const linked = (await find(person(1))).people;
    expect(linked).to.have.length(1);
    expect(linked[0]).to.include({ kind: "Identity", credited: 3 });
    expect(linked[0]?.account?.toLowerCase()).to.equal(ALICE);
    // A link that is not in effect yet leads to nobody.
    expect((await find(person(2))).people[0]?.account).to.equal(null);
    expect((await find("0x02", 2)).people).to.have.length(2);
    // An odd number of digits as well.
    expect((await find(ALICE.slice(0, -1))).people).to.have.length(3);
    expect((await find("0xffff")).people).to.deep.equal([]);
  });

  it("finds an identity by its name, of which the index knows the hash", async () => {
    const [carol, ...others] = (await find("github:Carol")).people;
    expect(others).to.deep.equal([]);
    expect(carol).to.deep.include({ node: identityNode("github:carol"), name: "github:carol", credited: 2 });
    expect((await find("carol")).people).to.deep.equal([carol]);
    expect((await find("npm:carol")).people).to.deep.equal([]);
  });

  it("is a question of GraphQL, and counts as much as it may find", async () => {
    const ask = async (text: string) =>
      (await api().fetch(`/graphql?${new URLSearchParams({ query: text })}`)).json();
    expect(
      await ask(
        '{ search(q: "ledger") { contributions { number contributors { weight } } people { node } } }',
      ),
    ).to.deep.equal({
      data: {
        search: {
          contributions: [
            { number: 4, contributors: [{ weight: 400_000 }, { weight: 600_000 }] },
            { number: 3, contributors: [{ weight: 400_000 }, { weight: 600_000 }] },
          ],
          people: [],
        },
      },
    });
    const { errors } = await ask('{ search(q: "ledger", first: 21) { people { node } } }');
    expect(errors[0].message).to.match(/limit/);
    const named = await ask(`{ search(q: "${BOB}") { people { kind account } } }`);
    expect(named.data.search.people).to.have.length(1);
  });

  it("looks beginnings up by the key, however many there are", async () => {
    const rows = await query(
      api().urls.indexer,
      "INSERT INTO build_1.account SELECT '0xee' || lpad(to_hex(n), 38, '0'), 1, 0, 0 FROM generate_series(1, 50000) n",
      "ANALYZE build_1.account",
      "EXPLAIN SELECT * FROM build_1.account WHERE address >= '0xee00' AND address < '0xee00g' ORDER BY address LIMIT 10",
    );
    const plan = rows.map((row) => Object.values(row)[0]).join("\n");
    expect(plan)
      .to.match(/Index Scan using account_pkey/)
      .and.not.match(/Sort/);
  });
});
