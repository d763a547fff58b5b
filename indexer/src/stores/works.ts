import type { Context } from "ponder:registry";
import { contribution, round, ruleValue } from "ponder:schema";
import { Rule } from "@azora/sdk";
import type { Hex } from "viem";
import { found } from "./found.ts";

/** A work that has a level, as a challenge supposes. */
export async function challengedWork({ db }: Context, id: Hex) {
  const work = found(await db.find(contribution, { id }), `contribution ${id}`);
  return { ...work, level: found(work.level, `level of ${id}`) };
}

/** A round that is armed by an event of the registry, which does not tell its draw block. */
export async function armRound({ db }: Context, id: Hex, number: number, version: number, block: bigint) {
  const delay = found(
    await db.find(ruleValue, { version, rule: Rule.ArmingDelay }),
    `arming delay of version ${version}`,
  );
  await db.insert(round).values({
    contribution: id,
    round: number,
    armedAt: block,
    drawBlock: block + delay.value,
    panelSize: 0,
    committed: 0,
    revealed: 0,
  });
}
