import type { Block, ContributionDetail } from "#lib/api/types.ts";

/** The work on the page, and the block as of which the page shows it. */
export interface Judged {
  readonly work: ContributionDetail;
  readonly block: Block;
}
