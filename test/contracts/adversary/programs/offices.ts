import { accountNode, constants, identityNode, linkTypedData, model, Phase, Verdict } from "@azora/sdk";
import { keccak256, toHex, zeroAddress } from "viem";
import type { HDAccount } from "viem/accounts";
import { attestors } from "../beginning.ts";
import { ACCOMPLICE, type Game, KEEPER, MARGIN, THIEF, WORKER, type Work } from "../game.ts";
import {
  commitAll,
  concludeAll,
  draw,
  HONEST,
  judgeAll,
  live,
  revealAll,
  roundOf,
  secondPanel,
  type Tactic,
} from "../judging.ts";
import { moves } from "../moves.ts";
import type { Adversary } from "../play.ts";

const m = model.protocol;
const { TOTAL } = constants.Flow;
const VICTIM = identityNode("github:victim");
const FOREVER = 2n ** 40n;
const NOTHING = { contributors: [], upstream: [] };

/** A work that credits somebody without a wallet, with its payment in that identity's pool. */
async function creditVictim(game: Game): Promise<void> {
  const shares = [{ node: VICTIM, weight: TOTAL }];
  await live(game, await game.register(5, { from: WORKER, shares }), HONEST);
  game.mark();
}

async function attestBy(game: Game, signers: readonly HDAccount[]) {
  const message = { identity: VICTIM, account: THIEF, nonce: 0n, deadline: FOREVER };
  const data = { ...linkTypedData(game.stage.deployment), message };
  return Promise.all(
    signers.map(async (signer) => ({
      attestor: signer.address,
      signature: await signer.signTypedData(data),
      valid: true,
    })),
  );
}

export const keyThief: Adversary = {
  name: "thief of attestor keys",
  tries: "links somebody else's identity to itself with the keys of as many attestors as are needed",
  stoppedBy: "one honest attestor's veto within the delay",
  async play(game) {
    const { stage } = game;
    await creditVictim(game);
    const stolen = 1 + game.random().below(attestors.length - 1);
    const attestations = await attestBy(game, attestors.slice(0, stolen));
    const refusal = await stage.perform(moves.link(stage, THIEF, VICTIM, THIEF, FOREVER, attestations));
    const threshold = Number(m.ruleOf(game.state, "AttestorThreshold"));
    game.forbid(stolen < threshold && refusal === undefined, "too few attestors linked an identity");
    if (refusal === undefined) {
      const honest = attestors.at(-1)?.address ?? zeroAddress;
      await stage.must(moves.veto(stage, honest, VICTIM));
      // They signed for the nonce that the veto has used up.
      const stale = attestations.map((attestation) => ({ ...attestation, valid: false }));
      const again = await stage.perform(moves.link(stage, THIEF, VICTIM, THIEF, FOREVER, stale));
      game.forbid(again === undefined, "words of attestors served twice");
    }
    stage.passTo(stage.next + 2n * m.ruleOf(game.state, "LinkDelay"));
    const flowed = await stage.perform(moves.flow(stage, THIEF, VICTIM, NOTHING));
    game.forbid(flowed === undefined, "an identity's pool flowed to a thief");
  },
};

export const allKeysThief: Adversary = {
  name: "thief of all attestor keys",
  tries: "links somebody else's identity to itself, with nobody left to veto",
  stoppedBy: "nothing, for identities that are not linked yet",
  unprevented: true,
  async play(game) {
    const { stage, state } = game;
    await creditVictim(game);
    const attestations = await attestBy(game, attestors);
    await stage.must(moves.link(stage, THIEF, VICTIM, THIEF, FOREVER, attestations));
    stage.passTo(stage.next + m.ruleOf(state, "LinkDelay"));
    await stage.perform(moves.flow(stage, THIEF, VICTIM, NOTHING));
  },
};

/** Its judges on the second panel help it. */
const decry: Tactic = ({ panel }) => (panel === 2 ? 0 : undefined);

export const rogueCritic: Adversary = {
  name: "rogue critic",
  tries: "praises its own work, and flags other people's as long as it has flags, helped by its judges",
  stoppedBy: "the second panel; flags that win nothing and halve with each one lost; a critique is advice",
  async play(game) {
    const { stage } = game;
    await stage.must(moves.setCritic(stage, ACCOMPLICE, true));
    const own = await game.register(0);
    const others: Work[] = [];
    for (let count = 0; count < FLAGGED; count += 1)
      others.push(await game.registerHonestly(2 + game.random().below(8)));
    await judgeAll(game, [own, ...others], HONEST);
    const level = game.levelOf(own);
    await stage.must(moves.critique(stage, ACCOMPLICE, critiqueOf(own, Verdict.Pass, 100)));
    const flagged = others.filter((work) => game.levelOf(work) >= MARGIN);
    for (const work of flagged)
      await stage.must(moves.critique(stage, ACCOMPLICE, critiqueOf(work, Verdict.Flag, 0)));
    for (const work of flagged) await secondPanel(game, work, decry);
    game.forbid(m.etherOwedBy(game.state, "disputes", ACCOMPLICE) > 0n, "a flag was paid for");
    await concludeAll(game, [own, ...others]);
    game.forbid(game.levelOf(own) !== level, "a critique moved a level");
  },
};
const FLAGGED = 2;

const critiqueOf = ({ node }: Work, verdict: Verdict, score: number) => ({
  subject: node,
  verdict,
  scores: [score, score, score, score] as const,
  documentHash: keccak256(toHex("what a critic says")),
  critiqueHash: keccak256(toHex("what it says of itself")),
});

export const rogueKeeper: Adversary = {
  name: "rogue keeper",
  tries: "calls every transition of somebody else's work too early, with false arguments, or late",
  stoppedBy: "each transition checks its own time and arguments, and anybody can make it",
  async play(game) {
    const { stage } = game;
    const work = await game.registerHonestly(1 + game.random().below(9));
    const { node } = work;
    const tooEarly = async (moment: string) => {
      const tries = [
        moves.draw(stage, ACCOMPLICE, node, "0x01", undefined),
        moves.rearm(stage, ACCOMPLICE, node),
        moves.score(stage, ACCOMPLICE, node),
        moves.finalize(stage, ACCOMPLICE, node),
        moves.settle(stage, ACCOMPLICE, node, work.attribution),
        moves.sealEpoch(stage, ACCOMPLICE, m.epochAt(game.state, stage.next)),
      ];
      for (const move of tries)
        game.forbid((await stage.perform(move)) === undefined, `${move.name} ${moment} was taken`);
    };
    await tooEarly("before the draw");
    await draw(game, work);
    await tooEarly("before the votes");
    const ballots = await commitAll(game, work, HONEST);
    await tooEarly("before the reveals");
    stage.passTo(roundOf(game, work).commitEnd);
    await revealAll(game, work, ballots);
    await tooEarly("before the end of the reveals");
    // It takes its time: nobody's payment is lost by that.
    stage.passTo(roundOf(game, work).revealEnd + BigInt(game.random().below(3) * WEEK));
    await stage.must(moves.score(stage, KEEPER, node));
    const level = game.levelOf(work);
    await finish(game, work);
    game.forbid(level > 0n && game.creditOf(WORKER) === 0n, "a late keeper cost a contributor the payment");
  },
};
const WEEK = 604_800;

/** With attributions that were not registered first. */
async function finish(game: Game, work: Work): Promise<void> {
  const { stage, state } = game;
  stage.passTo(m.challengeEndOf(state, game.workOf(work)));
  await stage.must(moves.finalize(stage, KEEPER, work.node));
  if (game.phaseOf(work) !== Phase.Accepted) return;
  stage.passTo(m.sealableAt(state, game.workOf(work).epoch));
  const stolen = { contributors: [{ node: accountNode(THIEF), weight: TOTAL }], upstream: [] };
  const refusal = await stage.perform(moves.settle(stage, ACCOMPLICE, work.node, stolen));
  game.forbid(refusal === undefined, "a settlement took another attribution");
  await stage.must(moves.settle(stage, KEEPER, work.node, work.attribution));
}
