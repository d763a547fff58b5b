import { identityNode } from "@azora/sdk";
import { type Claim, claimId } from "@azora/sdk/proofs";
import { expect } from "chai";
import type { Hex } from "viem";
import { ClaimStore } from "../../claims/ClaimStore.ts";
import { sweepClaims } from "../../claims/sweepClaims.ts";
import { useApi } from "../../testing/api.ts";
import { claimOf } from "../../testing/claims.ts";
import { address, deployment, timeOf } from "../../testing/names.ts";
import { query } from "../../testing/postgres.ts";
import { HEAD } from "../../testing/world.ts";
import { claimList, storedClaimSchema } from "./schema.ts";

const NOW = Number(timeOf(HEAD));
const ATTESTOR = address(77);

describe("api: claims", () => {
  const api = useApi();

  const post = (body: unknown) =>
    api().fetch("/v1/claims", {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    });
  async function posted(claim: Claim) {
    const response = await post(claim);
    return { status: response.status, stored: storedClaimSchema.parse(await response.json()), response };
  }
  async function refused(body: unknown, status: number): Promise<string> {
    const init = { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
    return (await api().refused("/v1/claims", status, init)).detail;
  }
  const claim = (part: Partial<Claim> = {}) => claimOf({ deadline: NOW + 3_600, ...part });

  it("keeps a claim once, and shows it without a verdict", async () => {
    const made = claim({ identity: "github:alice/one" });
    const first = await posted(made);
    expect(first.status).to.equal(201);
    expect(first.response.headers.get("location")).to.equal(`/v1/claims/${claimId(made)}`);
    expect(first.stored).to.deep.include({
      id: claimId(made),
      identity: identityNode("github:alice/one"),
      name: "github:alice/one",
      account: made.account,
      nonce: 0,
      deadline: NOW + 3_600,
      kind: "funding-json",
      verdicts: [],
    });
    // The same in another order is the same claim.
    const { version, ...rest } = made;
    const again = await posted({ ...rest, version });
    expect([again.status, again.stored.id]).to.deep.equal([200, claimId(made)]);
    const shown = await api().get(`/v1/claims/${claimId(made)}`, storedClaimSchema);
    expect(shown).to.deep.equal(first.stored);
  });

  it("keeps the same claim once, also when it comes many times at once", async () => {
    const made = claim({ identity: "github:alice/many" });
    const answers = await Promise.all(Array.from({ length: 6 }, () => posted(made)));
    expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([200, 200, 200, 200, 200, 201]);
    await expectExactRoom();
  });

  it("shows everybody who claims an identity, the latest first, with what attestors found", async () => {
    const identity = "github:alice/two";
    const [mine, theirs] = [claim({ identity }), claim({ identity, nonce: 1 })];
    await posted(mine);
    await posted(theirs);
    const { claims } = api().context;
    await claims.decide(claimId(mine), ATTESTOR, ["It was seen."], "0x1234");
    await claims.decide(claimId(theirs), ATTESTOR, ["It was not seen."], null);
    // A slower copy of the same attestor changes nothing.
    await claims.decide(claimId(mine), ATTESTOR, ["Otherwise."], null);
    const { items } = await api().get(`/v1/claims?identity=${identityNode(identity)}`, claimList);
    expect(
      items.map(({ id, verdicts }) => [
        id,
        verdicts.map(({ proven, sentences, signature }) => ({ proven, sentences, signature })),
      ]),
    ).to.deep.equal([
      [claimId(theirs), [{ proven: false, sentences: ["It was not seen."], signature: null }]],
      [claimId(mine), [{ proven: true, sentences: ["It was seen."], signature: "0x1234" }]],
    ]);
    const none = await api().get(`/v1/claims?identity=${identityNode("github:nobody/none")}`, claimList);
    expect(none.items).to.deep.equal([]);
  });

  it("refuses what is no claim, and what no attestor of this network could sign", async () => {
    expect(await refused("{", 422)).to.equal("This is not JSON in UTF-8.");
    expect(await refused({}, 422)).to.match(/^This is no claim: version /);
    expect(await refused({ ...claim(), more: 1 }, 422)).to.match(/^This is no claim: /);
    expect(await refused(claim({ identity: "github:Alice" }), 422)).to.match(
      /identity must be provider:subject/,
    );
    expect(await refused(claim({ account: claim().account.replace("a001", "A001") }), 422)).to.match(
      /checksummed address/,
    );
    expect(await refused(claim({ accountSignature: "0x1" }), 422)).to.match(/signature in hex/);
    expect(await refused(claim({ proof: { kind: "Funding" } }), 422)).to.match(/proof\.kind/);
    expect(await refused(claim({ chainId: 1 }), 422)).to.equal(
      "The claim is for chain 1, and this is chain 31337.",
    );
    expect(await refused(claim({ registry: claim().account }), 422)).to.match(
      /^The claim is for the registry 0x/,
    );
    expect(await refused(claim({ account: deployment.addresses.citadelFund }), 422)).to.match(
      /cannot be credited/,
    );
    expect(await refused(claim({ deadline: NOW - 1 }), 422)).to.equal(
      "The claim's deadline has passed 1 seconds ago.",
    );
    expect(await refused(claim({ deadline: NOW + 30 * 86_400 + 1 }), 422)).to.match(
      /more than 30 days ahead/,
    );
    expect((await post(claim({ deadline: NOW }))).status).to.equal(201);
    expect((await post(claim({ deadline: NOW + 30 * 86_400 }))).status).to.equal(201);
  });

  it("refuses what is too large, and what it does not have", async () => {
    const proof = { kind: "funding-json", more: "x".repeat(131_072) };
    expect(await refused(claim({ proof }), 413)).to.equal("The body may have 131072 bytes at most.");
    await api().refused(`/v1/claims/${claimId(claim({ nonce: 99 }))}`, 404);
    await api().refused("/v1/claims/0x12", 400);
    await api().refused("/v1/claims", 400);
  });

  it("takes no more than there is room for, and gives room back when claims are let go", async () => {
    const store = new ClaimStore(api().pool, 5_000);
    const sizes = [1, 2, 3].map((nonce) =>
      claim({
        identity: "github:alice/room",
        nonce,
        deadline: NOW + 1,
        proof: { kind: "x", more: "y".repeat(1_000) },
      }),
    );
    const outcomes: unknown[] = [];
    for (const each of sizes)
      outcomes.push(
        await store.keep(each).then(
          ({ state }) => state,
          ({ status }) => status,
        ),
      );
    expect(outcomes.at(-1)).to.equal(507);
    await expectExactRoom();
    const old = claim({ identity: "github:alice/old", deadline: NOW - 30 * 86_400 - 1 });
    const young = claim({ identity: "github:alice/young", deadline: NOW - 30 * 86_400 });
    await api().context.claims.keep(old);
    await api().context.claims.keep(young);
    await api().context.claims.decide(claimId(old), ATTESTOR, ["Seen."], "0x12");
    await sweepClaims(api().context);
    expect(await api().context.claims.find(claimId(old))).to.equal(undefined);
    expect(await api().context.claims.find(claimId(young))).not.to.equal(undefined);
    await expectExactRoom();
  });

  it("gives an attestor what it has not decided, and what it has proven, apart from others'", async () => {
    const store = api().context.claims;
    const identity = "github:alice/three";
    const [first, second, late] = [0, 0, 0].map((nonce, index) =>
      claim({ identity, nonce, deadline: index === 2 ? NOW - 1 : NOW + 10 + index }),
    );
    if (first === undefined || second === undefined || late === undefined) throw new Error("There are none.");
    for (const each of [first, second, late]) await store.keep(each);
    const open = async (attestor: Hex) =>
      (await store.undecided(attestor, BigInt(NOW), 100)).flatMap((each) =>
        each.claim.identity === identity ? each.id : [],
      );
    expect(await open(ATTESTOR)).to.deep.equal([claimId(first), claimId(second)]);
    await store.decide(claimId(first), ATTESTOR, ["Seen."], "0x12");
    await store.decide(claimId(second), ATTESTOR, ["Not seen."], null);
    expect(await open(ATTESTOR)).to.deep.equal([]);
    expect(await open(address(78))).to.have.length(2);
    expect(await store.undecided(address(78), BigInt(NOW), 1)).to.have.length(1);
    const proven = (attestor: Hex, nonce: bigint) => store.proven(attestor, identityNode(identity), nonce);
    expect(await proven(ATTESTOR, 0n)).to.deep.equal([first]);
    expect(await proven(ATTESTOR, 1n)).to.deep.equal([]);
    expect(await proven(address(78), 0n)).to.deep.equal([]);
  });

  async function expectExactRoom(): Promise<void> {
    const [row] = await query(
      api().adminUrl,
      `SELECT (SELECT used FROM azora_api.claim_room)::int AS used,
        (SELECT coalesce(sum(bytes), 0) FROM azora_api.claim)::int AS kept`,
    );
    expect(row?.used).to.equal(row?.kept);
  }
});
