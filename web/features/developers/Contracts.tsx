import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Facts } from "#components/ui/Facts.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import { addressesOf } from "#features/governance/addresses.ts";
import type { Network } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import type { Strings } from "#strings/index.ts";
import { DEPLOYED, type Deployed } from "./abis.ts";

interface ContractsProps {
  network: Network;
  t: Strings["developers"]["contracts"];
}

/** Where the contracts are. The addresses are computed here, so that nobody has to be believed about them. */
export function Contracts({ network, t }: ContractsProps): ReactNode {
  const addresses = { genesis: network.genesis, ...addressesOf(network) };
  const columns: Column<Deployed>[] = [
    {
      key: "name",
      header: t.column.name,
      lead: true,
      cell: (name) => <span className="font-medium">{t.name[name]}</span>,
    },
    {
      key: "holds",
      header: t.column.holds,
      broad: true,
      cell: (name) => <span className="text-muted text-sm">{t.holds[name]}</span>,
    },
    {
      key: "address",
      header: t.column.address,
      broad: true,
      cell: (name) => (
        <span className="inline-flex items-center gap-1">
          <code className="font-mono text-xs [overflow-wrap:anywhere]">{addresses[name]}</code>
          <CopyButton text={addresses[name]} label={t.copy(t.name[name])} />
        </span>
      ),
    },
    {
      key: "abi",
      header: t.column.abi,
      align: "end",
      cell: (name) => (
        <a
          href={`/developers/abi/${name}.json`}
          aria-label={t.abiLabel(t.name[name])}
          className="text-accent text-sm hover:underline"
        >
          {t.abi}
        </a>
      ),
    },
  ];
  return (
    <Card title={t.title} flush>
      <div className="px-4 pb-4 sm:px-5">
        <p className="mb-4 max-w-prose text-muted text-sm">{t.text}</p>
        <Facts
          facts={[
            { term: t.chain, value: <span className="figure">{network.chainId}</span> },
            {
              term: t.block,
              value: <span className="figure">{group(network.block)}</span>,
              note: t.blockNote,
            },
            {
              term: t.node,
              broad: true,
              value:
                network.rpcUrl === null ? (
                  <span className="font-normal text-muted text-sm">{t.noNode}</span>
                ) : (
                  <span className="inline-flex items-center gap-1">
                    <code className="font-mono text-sm [overflow-wrap:anywhere]">{network.rpcUrl}</code>
                    <CopyButton text={network.rpcUrl} />
                  </span>
                ),
            },
          ]}
        />
      </div>
      <div className="border-t">
        <Table caption={t.caption} columns={columns} rows={DEPLOYED} rowKey={(name) => name} />
      </div>
    </Card>
  );
}
