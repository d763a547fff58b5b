import { type Address, type Hex, isAddress, isHex, recoverTypedDataAddress } from "viem";
import { identityNode } from "../../node.ts";
import { linkTypedData } from "../../typedData.ts";
import type { At } from "../Chain.ts";
import { compare } from "../compare.ts";
import type { Examiner } from "../Examiner.ts";
import { identitiesOf } from "../expect/people.ts";
import { worksOf } from "../expect/works.ts";
import { by } from "../facts.ts";
import { parseAnswer } from "../Gateway.ts";
import { Lie } from "../Lie.ts";

/** What the API has of the evidence of works are the bytes of its hash. */
export async function examineEvidence(examiner: Examiner): Promise<void> {
  const tally = examiner.tallyOf("evidence");
  for (const { args } of examiner.sampled(worksOf(await examiner.now()))) {
    const told = await examiner.evidence.of(args.evidenceHash, args.registrant);
    if (told === undefined) continue;
    tally.rows += 1;
    tally.fields += 1;
  }
}

/** Who claims an identity is nothing that the chain knows before there is a link. What a claim names, and who signed, is. */
export async function examineClaims(examiner: Examiner): Promise<void> {
  const at = await examiner.now();
  for (const node of examiner.sampled(identitiesOf(at))) {
    const route = `/v1/claims?identity=${node}`;
    const claims = await claimsOf(examiner, node);
    const expected = await Promise.all(claims.map((claim) => claimOf(at, claim, { identity: node })));
    compare(route, claims, expected, examiner.tallyOf("ClaimList"), "items");
  }
}

export async function examineClaim(examiner: Examiner): Promise<void> {
  const at = await examiner.now();
  for (const identity of examiner.sampled(identitiesOf(at)))
    for (const listed of await claimsOf(examiner, identity)) {
      const { id } = Object(listed);
      const route = `/v1/claims/${id}`;
      const claim = parseAnswer(await examiner.gateway.get(route));
      const tally = examiner.tallyOf("Claim");
      tally.rows += 1;
      compare(route, claim, await claimOf(at, claim, { identity, id }), tally);
    }
}

async function claimsOf({ gateway }: Examiner, node: Hex): Promise<unknown[]> {
  const answer = await gateway.get(`/v1/claims?identity=${node}`);
  const { items } = Object(parseAnswer(answer));
  if (Array.isArray(items)) return items;
  throw new Lie({
    route: answer.route,
    row: "",
    field: "items",
    said: items,
    chain: "a list",
    proof: "the description of the API",
  });
}

const WORD = "the word of who made the claim";

/** What is nobody's but the speaker's word is only held to its type. */
const word = (said: unknown, type: "string" | "number") =>
  by(WORD, typeof said === type ? (said as string | number) : `a ${type}`);

async function claimOf(at: At, said: unknown, asked: { identity: Hex; id?: string }) {
  const claim = Object(said);
  const verdicts: unknown[] = Array.isArray(claim.verdicts) ? claim.verdicts : [];
  const { identity, id } = asked;
  return {
    id: id === undefined ? word(claim.id, "string") : by("the question", id),
    identity: by("the question", identity),
    name: by(
      "the hash of names",
      isNameOf(claim.name, identity) ? String(claim.name) : `a name of ${identity}`,
    ),
    account: word(claim.account, "string"),
    nonce: word(claim.nonce, "number"),
    deadline: word(claim.deadline, "number"),
    kind: word(claim.kind, "string"),
    receivedAt: word(claim.receivedAt, "number"),
    verdicts: await Promise.all(verdicts.map((verdict) => verdictOf(at, claim, identity, Object(verdict)))),
  };
}

const isNameOf = (name: unknown, identity: Hex): boolean =>
  typeof name === "string" && identityNode(name) === identity;

type Said = ReturnType<typeof Object>;

async function verdictOf(at: At, claim: Said, identity: Hex, verdict: Said) {
  const { attestor, sentences, signature, decidedAt } = verdict;
  const isSigned = typeof signature === "string";
  const signer = isSigned ? await signerOf(at, claim, identity, signature) : undefined;
  return {
    attestor: isSigned
      ? by("the signature, and eth_call AttributionRegistry.attestorFrom", signer ?? "an attestor")
      : word(attestor, "string"),
    proven: by("whether it is signed", isSigned),
    sentences: Array.isArray(sentences)
      ? sentences.map((each) => word(each, "string"))
      : word(sentences, "string"),
    signature:
      isSigned || signature === null ? by(WORD, signature as string | null) : word(signature, "string"),
    decidedAt: word(decidedAt, "number"),
  };
}

/** The attestor that signed what a claim says; nothing if nobody did who is one. */
async function signerOf(
  { deployment, client, contracts }: At,
  { account, nonce, deadline }: Said,
  identity: Hex,
  signature: string,
): Promise<Address | undefined> {
  if (!isHex(signature) || !isAddress(account) || !isWhole(nonce) || !isWhole(deadline)) return undefined;
  const message = { identity, account, nonce: BigInt(nonce), deadline: BigInt(deadline) };
  const signed = { ...linkTypedData(deployment), message, signature };
  const signer = await recoverTypedDataAddress(signed).catch(() => undefined);
  if (signer === undefined) return undefined;
  const reading = { ...contracts.registry, functionName: "attestorFrom", args: [signer] } as const;
  return (await client.readContract(reading)) === 0 ? undefined : signer;
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
