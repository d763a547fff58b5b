import { expect } from "chai";
import { parseEther, type TypedDataDomain } from "ethers";
import {
  asPerson,
  assembled,
  closeVote,
  giveVoice,
  LARGE,
  MIDDLE,
  NOBODY,
  openVote,
  type Proposal,
  propose,
  SMALL,
  VoteType,
} from "../../support/governance.ts";
import type { Protocol } from "../../support/protocol.ts";
import { domainOf } from "../../support/typed.ts";

const BALLOT = [
  { name: "proposalId", type: "uint256" },
  { name: "support", type: "uint8" },
  { name: "voter", type: "address" },
  { name: "nonce", type: "uint256" },
];
const EXTENDED = [...BALLOT, { name: "reason", type: "string" }, { name: "params", type: "bytes" }];
/** What IGovernor says of votes that were signed: castVoteBySig, castVoteWithReasonAndParamsBySig, nonces. */
describe("IGovernor: votes by signature", () => {
  let protocol: Protocol;
  let proposal: Proposal;
  beforeEach(async () => {
    ({ protocol, proposal } = await assembled());
  });

  const as = (index: number) => asPerson(protocol, index);
  /** A proposal whose vote is open. */
  async function opened(): Promise<bigint> {
    const proposalId = await propose(as(LARGE), proposal);
    await openVote(protocol, proposalId);
    return proposalId;
  }

  interface Terms {
    readonly support?: number;
    readonly signer?: number;
    readonly voter?: string;
    readonly nonce?: bigint;
    readonly domain?: TypedDataDomain;
  }

  const REASON = "because";
  const PARAMS = "0x1234";

  async function sign(proposalId: bigint, terms: Terms = {}, extension?: { reason: string; params: string }) {
    const { support = VoteType.For, signer = MIDDLE, nonce = 0n } = terms;
    const { voter = protocol.person(MIDDLE).address } = terms;
    const { domain = await domainOf(protocol, "governor") } = terms;
    const types = extension === undefined ? { Ballot: BALLOT } : { ExtendedBallot: EXTENDED };
    const ballot = { proposalId, support, voter, nonce, ...extension };
    return protocol.person(signer).signTypedData(domain, types, ballot);
  }

  const cast = (proposalId: bigint, signature: string, voter = protocol.person(MIDDLE).address) =>
    as(NOBODY).castVoteBySig(proposalId, VoteType.For, voter, signature);

  it("counts for the signer, whoever sends it, and raises its nonce", async () => {
    const { governor, person } = protocol;
    const proposalId = await opened();
    await expect(cast(proposalId, await sign(proposalId)))
      .to.emit(governor, "VoteCast")
      .withArgs(person(MIDDLE), proposalId, VoteType.For, parseEther("300000"), "");
    expect(await governor.nonces(person(MIDDLE))).to.equal(1n);
    expect(await governor.hasVoted(proposalId, person(MIDDLE))).to.equal(true);
    expect(await governor.hasVoted(proposalId, person(NOBODY))).to.equal(false);
  });

  it("takes a reason and parameters, which were signed as well", async () => {
    const { governor, person } = protocol;
    const proposalId = await opened();
    const extension = { reason: REASON, params: PARAMS };
    const signature = await sign(proposalId, {}, extension);
    const send = (reason: string, params: string) =>
      as(NOBODY).castVoteWithReasonAndParamsBySig(
        proposalId,
        VoteType.For,
        person(MIDDLE),
        reason,
        params,
        signature,
      );
    for (const [reason, params] of [
      ["another", PARAMS],
      [REASON, "0x12"],
    ] as const)
      await expect(send(reason, params)).to.be.revertedWithCustomError(governor, "GovernorInvalidSignature");
    await expect(send(REASON, PARAMS))
      .to.emit(governor, "VoteCastWithParams")
      .withArgs(person(MIDDLE), proposalId, VoteType.For, parseEther("300000"), REASON, PARAMS);
  });

  it("refuses another's signature, another vote, another proposal, another nonce and another domain", async () => {
    const { governor, person } = protocol;
    const proposalId = await opened();
    const other = await propose(as(LARGE), { ...proposal, description: "another" });
    const voice = await domainOf(protocol, "voice");
    for (const signature of [
      await sign(proposalId, { signer: SMALL }),
      await sign(proposalId, { support: VoteType.Against }),
      await sign(proposalId, { nonce: 1n }),
      await sign(proposalId, { domain: voice }),
      await sign(proposalId, { voter: person(SMALL).address }),
      await sign(other),
      "0x",
    ]) {
      await expect(cast(proposalId, signature))
        .to.be.revertedWithCustomError(governor, "GovernorInvalidSignature")
        .withArgs(person(MIDDLE));
    }
    expect(await governor.nonces(person(MIDDLE))).to.equal(0n);
  });

  it("takes an ERC-1271 contract's, and refuses what that refuses", async () => {
    const { governor, ethers, person } = protocol;
    const wallet = await ethers
      .getContractFactory("ContractWallet")
      .then((factory) => factory.deploy(person(MIDDLE)));
    const voter = await wallet.getAddress();
    await giveVoice(protocol, voter, 7);
    const proposalId = await opened();
    await expect(cast(proposalId, await sign(proposalId, { voter, signer: SMALL }), voter))
      .to.be.revertedWithCustomError(governor, "GovernorInvalidSignature")
      .withArgs(voter);
    await expect(cast(proposalId, await sign(proposalId, { voter }), voter))
      .to.emit(governor, "VoteCast")
      .withArgs(voter, proposalId, VoteType.For, parseEther("7"), "");
  });

  it("is no second vote beside one's own", async () => {
    const { governor, person } = protocol;
    const proposalId = await opened();
    await as(MIDDLE).castVote(proposalId, VoteType.Against);
    await expect(cast(proposalId, await sign(proposalId)))
      .to.be.revertedWithCustomError(governor, "GovernorAlreadyCastVote")
      .withArgs(person(MIDDLE));
  });

  it("is refused out of the vote's time, like any other", async () => {
    const { governor } = protocol;
    const proposalId = await propose(as(LARGE), proposal);
    const signature = await sign(proposalId);
    const refused = () =>
      expect(cast(proposalId, signature)).to.be.revertedWithCustomError(
        governor,
        "GovernorUnexpectedProposalState",
      );
    await refused();
    await openVote(protocol, proposalId);
    await closeVote(protocol, proposalId);
    await refused();
  });
});
