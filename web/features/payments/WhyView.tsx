import type { ReactNode } from "react";
import { Badge } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Link } from "#components/ui/Link.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { AddressTag, NodeTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Names } from "#features/contributions/names.ts";
import type { PayoutStep } from "#lib/api/types.ts";
import { formatAmount } from "#lib/format/amount.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { PaidAmount } from "#lib/tokens/PaidAmount.tsx";
import { useStrings } from "#strings/index.ts";
import { getStrings } from "#strings/server.ts";
import { readWorks } from "./readWorks.ts";

interface WhyViewProps {
  /** The payment first, then those that its pot was made of, and so on. */
  steps: readonly PayoutStep[];
  isWhole: boolean;
  now: number;
}

const anchor = ({ flow, position }: Pick<PayoutStep, "flow" | "position">) =>
  `payment-${Number(flow.slice(0, 10))}-${flow.slice(-12)}-${position}`;

/** Parts of a few wei round down to nothing, and nothing follows from those. */
const isSomething = ({ amount }: { amount: string }) => amount !== "0";

/** A payment, and step by step what it follows from. */
export async function WhyView({ steps: all, isWhole, now }: WhyViewProps): Promise<ReactNode> {
  const [{ payments: t }, names] = await Promise.all([getStrings(), readWorks(all)]);
  const [first] = all;
  if (first === undefined) return null;
  const steps = all.filter((step) => step === first || isSomething(step));
  return (
    <>
      <PageHead
        kicker={<NodeTag node={first.node} name={names.get(first.node)} />}
        title={t.title}
        lead={t.lead}
      />
      <ol className="grid gap-4">
        {steps.map((step) => (
          <li key={`${step.flow} ${step.position}`}>
            <Step step={step} shown={steps} names={names} now={now} />
          </li>
        ))}
      </ol>
      {!isWhole && <p className="mt-4 text-muted text-sm">{t.more}</p>}
    </>
  );
}

interface StepProps {
  step: PayoutStep;
  shown: readonly PayoutStep[];
  names: Names;
  now: number;
}

function Step({ step, shown, names, now }: StepProps): ReactNode {
  const t = useStrings().payments;
  const { token, amount, source, node, timestamp, pot, adds } = step;
  return (
    <Card
      id={anchor(step)}
      title={
        <span className="grid gap-1.5">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <PaidAmount token={token} amount={amount} />
            <span className="font-normal text-muted text-sm">→</span>
            <NodeTag node={node} name={names.get(node)} />
          </span>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-normal text-muted text-sm">
            {t.from}
            <NodeTag node={source} name={names.get(source)} />
            <Time at={timestamp} now={now} className="text-faint" />
          </span>
        </span>
      }
    >
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
        <Row term={t.share.term}>
          <ShareOf step={step} />
        </Row>
        <Row term={t.pot.term}>
          <PaidAmount token={token} amount={pot.amount} />{" "}
          <span className="text-muted">{t.pot[pot.origin]}</span>
        </Row>
        <Origin step={step} shown={shown} names={names} />
      </dl>
      <div className="mt-4">
        {adds ? (
          <Badge tone="good">{t.adds}</Badge>
        ) : (
          <Notice tone="bad" title={t.differs}>
            {t.differsText}
          </Notice>
        )}
      </div>
    </Card>
  );
}

function ShareOf({ step: { share, token } }: { step: PayoutStep }): ReactNode {
  const t = useStrings().payments.share;
  if (share === null) return t.unknown;
  if (share.role === "link") return t.link;
  return (
    <>
      {t[share.role](formatPercent(share.weight / 1_000_000))}{" "}
      <span className="text-muted">
        ({t.of} <PaidAmount token={token} amount={share.ofAmount} />)
      </span>
    </>
  );
}

/** Where the pot came from. */
function Origin({ step, shown, names }: Omit<StepProps, "now">): ReactNode {
  const { payments: t, common } = useStrings();
  const { settlement, reward, incoming, token } = step;
  const azr = (wei: string) => `${formatAmount(BigInt(wei)).trimmed} AZR`;
  if (settlement !== null) {
    const { level, points, rate, amount, citadel, epoch, late } = settlement;
    return (
      <Row term={t.settlement.term}>
        <span className="figure">{t.settlement.formula(common.points(points), azr(rate), azr(amount))}</span>
        <span className="block text-muted">
          {[level !== null && t.settlement.level(level), t.settlement.epoch(epoch), late && t.settlement.late]
            .filter(Boolean)
            .join(", ")}
          ; <PaidAmount token={token} amount={citadel} /> {t.settlement.citadel}
        </span>
      </Row>
    );
  }
  if (reward !== null)
    return (
      <Row term={t.reward.term}>
        <AddressTag address={reward.payer} />
        <span className="block text-muted">
          <PaidAmount token={token} amount={reward.citadel} /> {t.reward.citadel}
        </span>
      </Row>
    );
  return (
    <Row term={t.incoming.term}>
      {!incoming.some(isSomething) ? (
        t.incoming.none
      ) : (
        <ul className="grid gap-1 sm:grid-cols-[auto_auto_minmax(0,1fr)] sm:gap-x-2">
          {incoming.filter(isSomething).map((part) => {
            const isShown = shown.some(
              ({ flow, position }) => flow === part.flow && position === part.position,
            );
            return (
              <li
                key={`${part.flow} ${part.position}`}
                className="flex flex-wrap items-center gap-x-2 sm:col-span-3 sm:grid sm:grid-cols-subgrid"
              >
                <Link
                  href={isShown ? `#${anchor(part)}` : `/payments/${part.flow}/${part.position}`}
                  className="inline-block min-h-6 underline decoration-dotted underline-offset-4 hover:decoration-solid"
                >
                  <PaidAmount token={token} amount={part.amount} />
                </Link>
                <span className="text-muted">{t.from}</span>
                <NodeTag node={part.source} name={names.get(part.source)} />
              </li>
            );
          })}
        </ul>
      )}
    </Row>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div className="contents">
      <dt className="text-muted max-sm:-mb-2">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
