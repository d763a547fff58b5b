import { id } from "ethers";
import { accountNode, attribution, evenly, identityNode } from "../../attribution.ts";
import { finalized, panelOf, register, settled } from "../../life.ts";
import { linked } from "../../links.ts";
import type { Protocol } from "../../protocol.ts";
import { oddToken } from "../../tokens.ts";
import { sharesOf } from "./judging.ts";

/** A token that takes a fee of each transfer comes to a work, from there to an earlier one and an identity, and is withdrawn. */
export async function rewardInAnotherToken(protocol: Protocol): Promise<void> {
  const { rewards, person } = protocol;
  const identity = identityNode("github:somebody");
  const first = sharesOf(protocol, identity);
  const earlier = await register(protocol, first, { evidence: id("earlier") });
  await settled(protocol, earlier, first, 8);
  const shares = attribution(evenly([accountNode(person(2))]), [{ node: earlier, weight: 100_000 }]);
  const later = await register(protocol, shares, { evidence: id("later") });
  await finalized(protocol, later, shares, 8);
  const token = await oddToken(protocol, "Fee", person(3));
  await rewards.connect(person(3)).reward(token, later, 10_000n, shares);
  await rewards.flow(token, earlier, first);
  await linked(protocol, identity, person(4).address);
  await rewards.flow(token, identity, { contributors: [], upstream: [] });
  await rewards.withdrawFor(token, person(4));
  await rewards.withdrawFor(token, person(2));
}

/** What came to the fund since its epoch began pays for votes, and AZR is withdrawn. */
export async function payJudges(protocol: Protocol): Promise<void> {
  const { fund, token, rewards, person } = protocol;
  const shares = sharesOf(protocol);
  const work = await register(protocol, shares, { evidence: id("judged for pay") });
  await finalized(protocol, work, shares, 9);
  const [judge] = await panelOf(protocol, work);
  const other = await register(protocol, shares, { evidence: id("what fills the fund") });
  await finalized(protocol, other, shares, 9);
  await protocol.connection.networkHelpers.time.increaseTo(
    await protocol.pov.sealableAt((await protocol.pov.workOf(other)).epoch),
  );
  await fund.openEpoch(token);
  await protocol.pov.settle(other, shares);
  await fund.claimStipends([{ contribution: work, round: 1, validator: judge?.address ?? "" }]);
  await rewards.withdrawFor(token, person(1));
  await token.connect(person(1)).approve(rewards, 1_000n);
  await rewards.connect(person(1)).reward(token, other, 1_000n, shares);
}
