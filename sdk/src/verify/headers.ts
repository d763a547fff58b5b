import type { PublicClient } from "viem";
import type { Chronicle, DrawClaim } from "./chronicle.ts";
import type { OnProgress } from "./fetch.ts";

/** Requests at a time; the client may send them in one batch. */
const AT_ONCE = 25;

/** Whether each panel was drawn with the prevRandao that its block really had. */
export async function checkHeaders(
  { draws, problems }: Chronicle,
  client: PublicClient,
  onProgress: OnProgress,
): Promise<void> {
  for (let done = 0; done < draws.length; done += AT_ONCE) {
    onProgress({ step: "headers", done, total: draws.length });
    const some = draws.slice(done, done + AT_ONCE);
    const actual = await Promise.all(some.map(({ drawBlock }) => prevRandaoOf(client, drawBlock)));
    for (const [i, { contribution, drawBlock, prevRandao }] of some.entries()) {
      problems.same(
        "Panel",
        `The prevRandao for ${contribution}`,
        prevRandao,
        actual[i],
        `block ${drawBlock}`,
      );
    }
  }
}

async function prevRandaoOf(client: PublicClient, blockNumber: DrawClaim["drawBlock"]): Promise<bigint> {
  const { mixHash } = await client.getBlock({ blockNumber });
  return BigInt(mixHash);
}
