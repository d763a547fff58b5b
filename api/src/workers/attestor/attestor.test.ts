import { createDeployment, identityNode, linkTypedData, type View } from "@azora/sdk";
import { practiceAttestor, practicePerson } from "@azora/sdk/practice";
import { type Claim, claimId, defineProof, ProofAwayError, ProofError } from "@azora/sdk/proofs";
import { expect } from "chai";
import { type Address, type Hex, recoverTypedDataAddress, zeroAddress } from "viem";
import { z } from "zod";
import { claimOf } from "../../testing/claims.ts";
import { logged } from "../../testing/logged.ts";
import { viewAt } from "../testing/view.ts";
import { createAttestor } from "./attestor.ts";
import type { AttestorChain } from "./chain.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const NOW = 1_000n;
const IDENTITY = "github:alice/ledger";
const NODE = identityNode(IDENTITY);
const [ALICE, EVE] = [practicePerson(0).address, practicePerson(1).address];
const signer = practiceAttestor();

/** A claim whose proof says by itself what is to become of it. */
const claim = (says: string, part: Partial<Claim> = {}) =>
  claimOf({
    identity: IDENTITY,
    account: ALICE,
    deadline: 2_000,
    proof: { kind: "of-this-test", says },
    ...part,
  });

/** The claims' tables, without a database. */
class MemoryClaims {
  readonly open = new Map<Hex, Claim>();
  readonly decided = new Map<Hex, { sentences: string[]; signature: Hex | null; claim: Claim }>();

  add(each: Claim): Hex {
    this.open.set(claimId(each), each);
    return claimId(each);
  }

  async undecided(_attestor: Hex, _now: bigint, limit: number) {
    return [...this.open].slice(0, limit).map(([id, each]) => ({ id, claim: each }));
  }

  async proven(_attestor: Hex, identity: Hex, nonce: bigint) {
    return [...this.decided.values()]
      .filter(
        ({ signature, claim: { identity: name, nonce: at } }) =>
          signature !== null && identityNode(name) === identity && BigInt(at) === nonce,
      )
      .map((each) => each.claim);
  }

  async decide(id: Hex, _attestor: Hex, sentences: string[], signature: Hex | null) {
    const found = this.open.get(id);
    if (found === undefined) throw new Error("There is no such claim.");
    this.open.delete(id);
    this.decided.set(id, { sentences, signature, claim: found });
  }
}

describe("the attestor", () => {
  let claims: MemoryClaims;
  let view: View;
  let link: { account: Address; nonce: bigint };
  let office: bigint;
  let vetoes: Hex[];
  let vetoFails: boolean;
  let checked: string[];
  let now: number;
  /** What the proof of a claim says now, if not what the claim itself says. */
  let otherwise: string | undefined;

  beforeEach(() => {
    claims = new MemoryClaims();
    view = viewAt(1n, NOW);
    link = { account: zeroAddress, nonce: 0n };
    office = 1n;
    vetoes = [];
    vetoFails = false;
    checked = [];
    now = 0;
    otherwise = undefined;
  });

  const proof = defineProof({
    kind: "of-this-test",
    schema: z.object({ kind: z.string(), says: z.string() }),
    fits: (identity) => identity === IDENTITY,
    async check(_wish, { says }) {
      const word = otherwise ?? says;
      checked.push(word);
      if (word === "away") throw new ProofAwayError("It is away.");
      if (word === "wrong") throw new ProofError("It is wrong.");
      if (word === "broken") throw new Error("of the test");
      return [`It says ${word}.`];
    },
  });

  function attestor() {
    const chain: AttestorChain = {
      view: async () => view,
      linkOf: async () => link,
      officeFrom: async () => office,
      isSignedBy: async (_account, text, signature) => text.includes(IDENTITY) && signature === "0x1234",
      veto: async (identity) => {
        if (vetoFails) throw new Error("of the test");
        vetoes.push(identity);
        view.links.delete(identity);
      },
    };
    const network = { rpcUrl: "http://127.0.0.1:1", evidence: "/none", deployment };
    return createAttestor({ chain, network, claims, signer, proofs: [proof], clock: () => now });
  }

  it("signs what holds, so that the registry takes it, and once", async () => {
    const { pass } = attestor();
    const made = claim("yes");
    const id = claims.add(made);
    expect(await pass()).to.deep.equal([
      `attested ${IDENTITY} to ${ALICE}: ${ALICE} signed the challenge. It says yes.`,
    ]);
    const verdict = claims.decided.get(id);
    const signature = verdict?.signature;
    if (signature === undefined || signature === null) throw new Error("There is no signature.");
    const message = { identity: NODE, account: ALICE, nonce: 0n, deadline: 2_000n };
    const address = await recoverTypedDataAddress({ ...linkTypedData(deployment), message, signature });
    expect(address).to.equal(signer.address);
    expect(await pass()).to.deep.equal([]);
    expect(checked).to.deep.equal(["yes"]);
  });

  it("refuses what does not hold, with the reason", async () => {
    const { pass } = attestor();
    const refused: [Claim, RegExp][] = [
      [claim("wrong"), /^It is wrong\.$/],
      [claim("yes", { proof: { kind: "of-this-test" } }), /does not fit: proof\.says/],
      [
        claim("yes", { proof: { kind: "word-of-honour" } }),
        /of the kind "word-of-honour" are not checked here; these are: of-this-test/,
      ],
      [claim("yes", { identity: "github:alice" }), /says nothing of github:alice/],
      [claim("yes", { accountSignature: "0x4321" }), /account's signature is not one of/],
      [claim("yes", { chainId: 1 }), /for chain 1/],
      [claim("yes", { registry: ALICE }), /for the registry/],
      [claim("yes", { deadline: 999 }), /has passed 1 seconds ago/],
      [claim("yes", { deadline: 1_000 + 30 * 86_400 + 1 }), /more than 30 days/],
      [claim("yes", { account: deployment.addresses.proofOfValue }), /cannot be credited/],
      [claim("yes", { nonce: 1 }), /for the nonce 1, and the identity's is 0 now/],
    ];
    for (const [each, why] of refused) {
      const id = claims.add(each);
      expect(await pass()).to.have.length(1);
      const { sentences, signature } = claims.decided.get(id) ?? {};
      expect(signature, String(why)).to.equal(null);
      expect(sentences?.join(" ")).to.match(why);
    }
    link = { account: EVE, nonce: 0n };
    const id = claims.add(claim("yes", { deadline: 1_500 }));
    await pass();
    expect(claims.decided.get(id)?.sentences[0]).to.match(/is there already/);
  });

  it("waits for what is away, longer each time, and gives up in the end", async () => {
    const { pass } = attestor();
    const id = claims.add(claim("away"));
    expect(await pass()).to.deep.equal([`waits with ${IDENTITY} to ${ALICE}: It is away.`]);
    now = 4_999;
    expect(await pass()).to.deep.equal([]);
    now = 5_000;
    expect(await pass()).to.have.length(1);
    now = 14_999;
    expect(await pass()).to.deep.equal([]);
    // What waits keeps nobody else from being looked at.
    for (const [index, says] of ["a", "b", "c", "d"].entries())
      claims.add(claim(says, { deadline: 1_100 + index }));
    expect(await pass()).to.have.length(4);
    for (let tries = 2; tries < 10; tries += 1) {
      expect(claims.decided.has(id)).to.equal(false);
      now += 600_000;
      await pass();
    }
    expect(claims.decided.get(id)).to.deep.include({ sentences: ["It is away."], signature: null });
    expect(checked.filter((word) => word === "away")).to.have.length(10);
  });

  it("takes it up again when it is back", async () => {
    const { pass } = attestor();
    const id = claims.add(claim("away"));
    await pass();
    otherwise = "yes";
    now = 5_000;
    await pass();
    expect(claims.decided.get(id)?.signature).to.match(/^0x/);
  });

  it("puts a claim off that breaks it, tells nobody why, and looks at the others", async () => {
    const { pass } = attestor();
    const id = claims.add(claim("broken"));
    claims.add(claim("yes"));
    let lines: string[] = [];
    const problems = await logged(async () => {
      lines = await pass();
    });
    expect(lines[0]).to.equal(`waits with ${IDENTITY} to ${ALICE}: It could not be checked here.`);
    expect(lines[1]).to.match(/^attested /);
    expect(JSON.stringify(problems)).to.include("of the test");
    expect(claims.decided.has(id)).to.equal(false);
  });

  it("looks at nothing while it is not in office", async () => {
    const { pass } = attestor();
    claims.add(claim("yes"));
    for (const from of [0n, NOW + 1n]) {
      office = from;
      expect(await pass()).to.deep.equal([]);
    }
    expect(checked).to.deep.equal([]);
    office = NOW;
    expect(await pass()).to.have.length(1);
  });

  describe("vetoes", () => {
    const propose = (account: Address, effectiveAt = NOW + 1n, nonce = 0n) =>
      view.links.set(NODE, { account, effectiveAt, nonce });

    it("a link to somebody else, of what it has proven and can prove still", async () => {
      const { pass } = attestor();
      claims.add(claim("yes"));
      await pass();
      // The deadline is for the use of an attestation; what was shown does not end with it.
      view = viewAt(2n, 3_000n);
      propose(EVE, 3_001n);
      expect(await pass()).to.deep.equal([
        `vetoed the link of ${IDENTITY} to ${EVE}: it is proven for ${ALICE}`,
      ]);
      expect(vetoes).to.deep.equal([NODE]);
    });

    it("nothing else: its own, what took effect, what it knows nothing of, or what it cannot prove any more", async () => {
      const { pass } = attestor();
      propose(EVE);
      expect(await pass()).to.deep.equal([]);
      view.links.clear();
      claims.add(claim("yes"));
      await pass();
      propose(ALICE);
      expect(await pass()).to.deep.equal([]);
      propose(EVE, NOW);
      expect(await pass()).to.deep.equal([]);
      propose(EVE, NOW + 1n, 1n);
      expect(await pass()).to.deep.equal([]);
      for (const word of ["wrong", "away"]) {
        otherwise = word;
        propose(EVE);
        expect(await pass()).to.deep.equal([]);
      }
      expect(vetoes).to.deep.equal([]);
    });

    it("neither of two accounts for which it was proven", async () => {
      const { pass } = attestor();
      claims.add(claim("yes"));
      claims.add(claim("yes", { account: EVE }));
      expect(await pass()).to.have.length(2);
      propose(EVE);
      expect(await pass()).to.deep.equal([]);
    });

    it("and goes on with claims when a veto fails", async () => {
      const { pass } = attestor();
      claims.add(claim("yes"));
      await pass();
      propose(EVE);
      vetoFails = true;
      const id = claims.add(claim("wrong", { deadline: 1_800 }));
      const lines = await pass();
      expect(lines[0]).to.match(/^could not veto: /);
      expect(lines).to.have.length(2);
      expect(claims.decided.has(id)).to.equal(true);
    });
  });
});
