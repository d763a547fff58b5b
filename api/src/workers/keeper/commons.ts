import { constants, type FundAsset, rule, type View, voteKey, type WorkView } from "@azora/sdk";
import type { Duty, Vote } from "./duty.ts";

/** Votes in one transaction: each costs some 110,000 gas. */
const BATCH = 20;

/** Below this the transaction costs more than it brings: 0.0001 ETH, in wei. */
const WORTH_COLLECTING = 10n ** 14n;

/**
 * How many blocks after a reservation its deposit is forfeited: twice as many as it holds. Whoever was beaten by another's
 * challenge can have the deposit back as long as it is there, and may find out late.
 */
const FORFEITED_AFTER = 2n * BigInt(constants.Reservations.LIFETIME);

const ASSETS = ["AZR", "ETH"] as const;

/** The fund's epochs begin with a balance, which somebody has to note. */
export function epochsToOpen(view: View): Duty[] {
  const epoch = presentEpoch(view);
  if (epoch === undefined) return [];
  return ASSETS.filter((asset) => !isOpen(view, asset)).map((asset) => ({ kind: "openEpoch", asset }));
}

/** What judges are due of the fund, the deposits that it is due, and the ETH that it is owed. */
export function commonsDuties(view: View): Duty[] {
  const votes = isOpen(view, "AZR") ? payable(view) : [];
  return [
    ...(votes.length > 0 ? [{ kind: "claimStipends", votes } as const] : []),
    ...[...view.reservations.values()].map(
      ({ challenger, hash, block }): Duty => ({
        kind: "forfeit",
        challenger,
        hash,
        afterBlock: block + FORFEITED_AFTER,
      }),
    ),
    ...[...view.fund.owed]
      .filter(([, amount]) => amount >= WORTH_COLLECTING)
      .map(([contract]): Duty => ({ kind: "collectEther", contract })),
  ];
}

function isOpen(view: View, asset: FundAsset): boolean {
  const epoch = presentEpoch(view);
  return epoch !== undefined && view.fund.books.get(asset)?.epoch === epoch;
}

function presentEpoch({ clock, timestamp }: View): number | undefined {
  if (clock === undefined || timestamp < clock.genesisTime) return undefined;
  return Number((timestamp - clock.genesisTime) / clock.epochLength);
}

/** The oldest votes that were not paid, as many as what is left for stipends in this epoch pays. */
function payable(view: View): Vote[] {
  let left = stipendsLeft(view);
  const votes: Vote[] = [];
  for (const work of view.works.values()) {
    const stipend = rule(view, "ReviewStipend", work.rulesVersion) * constants.RulesLib.MICRO_AZR_TO_WEI;
    if (stipend === 0n) continue;
    for (const vote of unpaid(view, work)) {
      if (stipend > left || votes.length === BATCH) return votes;
      left -= stipend;
      votes.push(vote);
    }
  }
  return votes;
}

/** As `CitadelFund.stipendsLeft` has it, in wei: a quarter of what came in since the opening. */
function stipendsLeft({ fund }: View): bigint {
  const book = fund.books.get("AZR");
  if (book === undefined) return 0n;
  const inflow = fund.azr + book.granted + book.stipends - book.opening;
  return inflow / constants.CitadelFund.STIPEND_DIVISOR - book.stipends;
}

function unpaid(view: View, { contribution, past, round }: WorkView): Vote[] {
  return [...past, round].flatMap(({ round: number, revealed }) =>
    [...revealed.keys()]
      .filter((validator) => !view.fund.claimed.has(voteKey(contribution, number, validator)))
      .map((validator) => ({ node: contribution, round: number, validator })),
  );
}
