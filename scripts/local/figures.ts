import { auditLedgerAbi, azoraTokenAbi, NodeKind, nodeKind, Phase, type Report, type View } from "@azora/sdk";
import type { Session } from "./session.ts";

/** What a run came to, as the contracts' own state has it. Amounts in wei, as decimal strings. */
export interface Figures {
  contributions: number;
  settled: number;
  minted: string;
  /** What came to the commons of what was minted, be it there still or paid to judges. */
  citadel: string;
  /** What of it the fund has paid to judges for counted votes. */
  stipends: string;
  contributors: number;
  withdrawn: string;
  epochs: number;
  ledgerSize: number;
  ledgerVerified: boolean;
}

/** Reads the figures from the contracts and the view; the replay recomputes them from the logs. */
export async function figuresOf({ client, follower, network }: Session, report: Report): Promise<Figures> {
  const view = await follower.refresh();
  const { azoraToken, auditLedger, citadelFund } = network.deployment.addresses;
  const token = { address: azoraToken, abi: azoraTokenAbi } as const;
  const [minted, held, ledgerSize] = await Promise.all([
    client.readContract({ ...token, functionName: "totalSupply" }),
    client.readContract({ ...token, functionName: "balanceOf", args: [citadelFund] }),
    client.readContract({ address: auditLedger, abi: auditLedgerAbi, functionName: "size" }),
  ]);
  const settled = [...view.works.values()].filter(({ phase }) => phase === Phase.Settled);
  return {
    contributions: view.works.size,
    settled: settled.length,
    minted: String(minted),
    citadel: String(held + view.fund.stipends),
    stipends: String(view.fund.stipends),
    contributors: creditedPeople(view),
    withdrawn: String([...view.withdrawn.values()].reduce((sum, amount) => sum + amount, 0n)),
    epochs: new Set(settled.map(({ epoch }) => epoch)).size,
    ledgerSize: Number(ledgerSize),
    ledgerVerified: report.ledgerVerified,
  };
}

/** Accounts that were ever credited, and identities whose pool waits for a link. */
function creditedPeople(view: View): number {
  const waiting = [...view.pools].filter(
    ([node, { balance }]) => nodeKind(node) === NodeKind.Identity && balance > 0n,
  );
  return view.credits.size + waiting.length;
}

/**
 * What does not hold of a run, in sentences: figures of which the replay says otherwise, a split that is off by a wei, money
 * of the reward ledger that nobody is owed, or a run that showed too little.
 */
export async function problemsOf(session: Session, figures: Figures, report: Report): Promise<string[]> {
  const { client, follower, network } = session;
  const view = await follower.refresh();
  const problems = report.problems.map(({ sentence, where }) => `${sentence} (${where})`);
  const say = (holds: boolean, sentence: string) => {
    if (!holds) problems.push(sentence);
  };

  for (const [key, value] of Object.entries(figures)) {
    const replayed = String(Object.entries(report).find(([name]) => name === key)?.[1]);
    say(
      replayed === String(value),
      `${key} is ${value} by the contracts, and ${replayed} by the replay of the logs.`,
    );
  }
  const works = [...view.works.values()].filter(({ phase }) => phase === Phase.Settled);
  for (const { contribution, amount, citadel } of works) {
    say(
      citadel === amount / 10n,
      `${contribution} gave ${citadel} of ${amount} to the commons, which is not a floored tenth.`,
    );
  }
  say(
    sum(works.map(({ citadel }) => citadel)) === BigInt(figures.citadel),
    "The fund does not hold the sum of the tenths, less what it paid to judges.",
  );
  say(sum(mintedByEpoch(view)) === BigInt(figures.minted), "The epochs do not add up to what was minted.");

  const { azoraToken, rewardLedger } = network.deployment.addresses;
  const args = [rewardLedger] as const;
  const held = await client.readContract({
    address: azoraToken,
    abi: azoraTokenAbi,
    functionName: "balanceOf",
    args,
  });
  const pools = [...view.pools.values()].map(({ balance }) => balance);
  const owed = sum([...pools, ...[...view.credits.values()].map((credit) => credit.owed)]);
  say(held === owed, `The reward ledger holds ${held}, and owes ${owed}.`);

  const rejected = [...view.works.values()].filter(({ phase }) => phase === Phase.Rejected).length;
  const lost = figures.contributions - figures.settled - rejected;
  say(lost === 0, `${lost} contributions were neither paid nor rejected.`);
  say(
    figures.contributions >= LEAST.contributions,
    `There were only ${figures.contributions} contributions.`,
  );
  say(figures.contributors >= LEAST.contributors, `There were only ${figures.contributors} contributors.`);
  say(figures.epochs >= LEAST.epochs, `There were only ${figures.epochs} epochs.`);
  say(BigInt(figures.withdrawn) > 0n, "Nobody withdrew anything.");
  const citations = [...view.works.values()].flatMap(({ attribution }) => attribution.upstream).length;
  say(citations >= LEAST.citations, `There were only ${citations} citations.`);
  return problems;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

function mintedByEpoch(view: View): bigint[] {
  const epochs = new Map<number, bigint>();
  for (const { phase, epoch, amount } of view.works.values()) {
    if (phase === Phase.Settled) epochs.set(epoch, (epochs.get(epoch) ?? 0n) + amount);
  }
  return [...epochs.values()];
}

/** What a run must have shown, beyond figures that agree. */
const LEAST = { contributions: 30, contributors: 8, citations: 10, epochs: 3 } as const;
