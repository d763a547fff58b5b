import { Rule } from "@azora/sdk";
import { id, ZeroAddress } from "ethers";
import { identityNode } from "../../attribution.ts";
import { byTimelock } from "../../critics.ts";
import {
  asPerson,
  closeVote,
  giveVoice,
  hashed,
  openVote,
  type Proposal,
  proposalOf,
  propose,
  VoteType,
} from "../../governance.ts";
import { attest, NO_DEADLINE } from "../../links.ts";
import type { Protocol } from "../../protocol.ts";
import { RATIONALE_OF_CHANGE } from "../../timelock.ts";

/** People who have taken no part before, so that their votes make them known, and what each has earned. */
const [LARGE, MIDDLE, SMALL, NOBODY] = [12, 13, 14, 15] as const;
const VOICE = [
  [LARGE, 600_000],
  [MIDDLE, 300_000],
  [SMALL, 5_000],
] as const;

/** A proposal that passes late and changes rules and the governor itself, one that is cancelled, one that is open. */
export async function govern(protocol: Protocol): Promise<void> {
  const { governor, constitution, person, connection } = protocol;
  for (const [index, azr] of VOICE) await giveVoice(protocol, person(index).address, azr);
  await connection.networkHelpers.mine(2);
  const at = await governor.getAddress();
  const set = (data: string): readonly [string, string] => [at, data];
  const calls: (readonly [string, string])[] = [
    [
      await constitution.getAddress(),
      constitution.interface.encodeFunctionData("amend", [Rule.Load, 30, RATIONALE_OF_CHANGE]),
    ],
    set(governor.interface.encodeFunctionData("setVotingPeriod", [500_000])),
    set(governor.interface.encodeFunctionData("setLateQuorumVoteExtension", [100_000])),
  ];
  const proposal: Proposal = {
    targets: calls.map(([target]) => target),
    values: calls.map(() => 0n),
    calldatas: calls.map(([, data]) => data),
    description: "several changes",
  };
  const proposalId = await propose(asPerson(protocol, LARGE), proposal);
  await openVote(protocol, proposalId);
  await asPerson(protocol, SMALL).castVoteWithReasonAndParams(proposalId, VoteType.Abstain, "both", "0x1234");
  await asPerson(protocol, MIDDLE).castVoteWithReason(proposalId, VoteType.Against, "no");
  // The quorum comes an hour before the end, which moves it.
  await connection.networkHelpers.time.increaseTo((await governor.proposalDeadline(proposalId)) - 3_600n);
  await asPerson(protocol, LARGE).castVote(proposalId, VoteType.For);
  const withdrawn = proposalOf(at, governor.interface.encodeFunctionData("setVotingDelay", [7]), "not so");
  await propose(asPerson(protocol, LARGE), withdrawn);
  await asPerson(protocol, LARGE).cancel(...hashed(withdrawn));
  await closeVote(protocol, proposalId);
  await asPerson(protocol, NOBODY).queue(...hashed(proposal));
  await connection.networkHelpers.time.increaseTo(await governor.proposalEta(proposalId));
  await asPerson(protocol, NOBODY).execute(...hashed(proposal));
  await propose(asPerson(protocol, MIDDLE), { ...withdrawn, description: "again" });
}

/** ETH from the fund; and the articles get another text. */
export async function grant(protocol: Protocol): Promise<void> {
  const { fund, timelock, ethers, person } = protocol;
  const signer = await ethers.getSigner(await timelock.getAddress());
  await (await byTimelock(protocol)).amendArticles(id("another text"), RATIONALE_OF_CHANGE);
  await fund.connect(signer).grant(ZeroAddress, person(16), 1_000n, id("purpose"));
}

/** The guardian stops registrations and ends that early; an attestor vetoes a link; Voice is delegated. */
export async function intervene(protocol: Protocol): Promise<void> {
  const { constitution, registry, voice, attestor, person } = protocol;
  await (await byTimelock(protocol)).setGuardian(person(8));
  await constitution.connect(person(8)).stop(3_600, id("why"));
  await constitution.connect(person(8)).liftStop();
  const identity = identityNode("github:impostor");
  const attestation = await attest(protocol, attestor, identity, person(7).address);
  await registry.link(identity, person(7), NO_DEADLINE, [attestation]);
  await registry.connect(attestor).veto(identity);
  await voice.connect(person(1)).delegate(person(11));
}
