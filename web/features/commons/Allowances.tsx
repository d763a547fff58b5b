import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import { Time } from "#components/ui/Time.tsx";
import { partOf } from "#features/home/figures.ts";
import type { Commons, Protocol } from "#lib/api/types.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { useStrings } from "#strings/index.ts";
import { FundAmount, FundTokenName } from "./FundAmount.tsx";
import { type Allowance, allowancesOf } from "./fund.ts";

interface AllowancesProps {
  commons: Commons;
  protocol: Protocol;
  now: number;
}

/** What the fund may still pay before the epoch ends, of each token and for what. */
export function Allowances({ commons, protocol, now }: AllowancesProps): ReactNode {
  const t = useStrings().commons.cap;
  const { epoch, epochLength, genesisTime, rules } = protocol;
  const cap = Number(rules.find(({ name }) => name === "CitadelCap")?.value ?? 0) / 1e6;
  const allowances = allowancesOf(commons, protocol);
  return (
    <Card
      title={t.title}
      aside={
        <>
          {t.epoch(epoch)} <Time at={genesisTime + (epoch + 1) * epochLength} now={now} />
        </>
      }
    >
      <ul className="grid gap-5">
        {allowances.map((allowance) => (
          <li key={`${allowance.kind} ${allowance.token}`}>
            <Left allowance={allowance} azr={commons.tokens[0]?.token} />
          </li>
        ))}
      </ul>
      <p className="mt-5 text-faint text-xs">{t.note(formatPercent(cap))}</p>
    </Card>
  );
}

function Left({ allowance, azr }: { allowance: Allowance; azr: string | undefined }): ReactNode {
  const t = useStrings().commons.cap;
  const { kind, token, most, left, spent, isOpen } = allowance;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-muted text-sm">
          {t.kind[kind]} <FundTokenName token={token} azr={azr} />
        </h3>
        <p className="font-medium">
          <FundAmount token={token} amount={left} />
        </p>
      </div>
      <Meter part={partOf(left, most)} tone="commons" />
      <p className="mt-1.5 text-faint text-xs">
        {t.leftOf} <FundAmount token={token} amount={most} />
        {spent > 0n && (
          <>
            {"; "}
            {t.spent} <FundAmount token={token} amount={spent} />
          </>
        )}
        {!isOpen && <>. {t.notOpen}</>}
      </p>
    </>
  );
}
