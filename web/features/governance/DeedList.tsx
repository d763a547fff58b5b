import { type Addresses, type Deed, placeOf, readDeed } from "@azora/sdk";
import type { ReactNode } from "react";
import { type Hex, isAddress, isHex } from "viem";
import { Amount } from "#components/ui/Amount.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Summary } from "#components/ui/Summary.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { shortHex } from "#lib/format/hex.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import { inWords } from "./words.ts";

type Call = ProposalDetail["calls"][number];

interface DeedListProps {
  calls: readonly Call[];
  addresses: Addresses | undefined;
  /** What is to be said below a call, by its place. */
  below?: (place: number) => ReactNode;
}

/** Calls one by one: in words where they are known, else by name, and always the bytes. */
export function DeedList({ calls, addresses, below }: DeedListProps): ReactNode {
  return (
    <ol className="flex flex-col divide-y">
      {[...calls.entries()].map(([place, call]) => (
        <li key={place} className="py-4 first:pt-0 last:pb-0">
          <Does call={call} addresses={addresses} />
          {below?.(place)}
        </li>
      ))}
    </ol>
  );
}

interface DoesProps {
  call: Call;
  addresses: Addresses | undefined;
}

function Does({ call: { target, value, calldata }, addresses }: DoesProps): ReactNode {
  const strings = useStrings();
  const t = strings.governance;
  const place = addresses && isAddress(target) ? placeOf(addresses, target) : undefined;
  const data: Hex = isHex(calldata) ? calldata : "0x";
  // The name of a function says what it does only where the contract is known.
  const deed = place === undefined ? undefined : readDeed(data);
  const words = addresses && place && deed ? inWords(place, deed, addresses, strings) : undefined;
  return (
    <>
      <p className="font-medium">{words ?? (deed ? t.deeds.calls(deed.name) : unknown(data, t))}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-1 text-muted text-sm">
        {t.deeds.at} {place === undefined ? t.deeds.foreign : t.deeds.place[place]}{" "}
        <span className="figure" title={target}>
          {shortHex(target)}
        </span>
        <CopyButton text={target} />
        {value !== "0" && (
          <>
            {t.deeds.with} <Amount trim wei={value} unit="ETH" />
          </>
        )}
      </p>
      {deed && <Arguments deed={deed} />}
      {data !== "0x" && (
        <details className="group mt-2 text-sm">
          <Summary>{t.deeds.bytes}</Summary>
          <code className="mt-1 block rounded-control bg-sunken p-2 font-mono text-xs [overflow-wrap:anywhere]">
            {data}
          </code>
        </details>
      )}
    </>
  );
}

const unknown = (data: Hex, t: Strings["governance"]): string =>
  data === "0x" ? t.deeds.payment : t.deeds.unknown;

function Arguments({ deed: { args } }: { deed: Deed }): ReactNode {
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {args.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="font-mono text-xs leading-5 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
