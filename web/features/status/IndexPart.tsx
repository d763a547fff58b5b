import type { ReactNode } from "react";
import { type Fact, Facts } from "#components/ui/Facts.tsx";
import { Tip } from "#components/ui/Tip.tsx";
import type { Health } from "#lib/api/health.ts";
import type { Block } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { duration, exactTime } from "#lib/format/time.ts";
import type { Strings } from "#strings/index.ts";
import { behind, indexStanding } from "./model.ts";
import { Part } from "./Part.tsx";

interface IndexPartProps {
  health: Health;
  url: string;
  t: Strings["status"];
  /** Whether the chain's clock is its own. */
  isLocal: boolean;
}

/** How far the index is, and whether it follows the chain that is. */
export function IndexPart({ health, url, t, isLocal }: IndexPartProps): ReactNode {
  const standing = indexStanding(health);
  return (
    <Part
      title={t.index.title}
      standing={standing}
      word={t.standing[standing]}
      sentence={sentenceOf(health, t.index)}
      machines={{ label: t.machines, url, paths: ["/health/fresh", "/v1/head"] }}
    >
      <div className="mt-4">
        <Facts facts={factsOf(health, t.index, isLocal)} />
      </div>
    </Part>
  );
}

type Words = Strings["status"]["index"];

function sentenceOf(health: Health, t: Words): string {
  const { fresh } = health;
  if (fresh === undefined) return t.silent;
  if (fresh.status === "forked") return t.forked;
  const distance = behind(health);
  if (fresh.status === "unknown" || distance === undefined) return t.unknown;
  if (fresh.status === "stale") return t.stale(blocksOf(distance.blocks, t), duration(distance.seconds));
  return distance.blocks === 0 ? t.present : t.near(blocksOf(distance.blocks, t));
}

const blocksOf = (count: number, t: Words): string => t.blocks(group(count), count === 1);

function factsOf(health: Health, t: Words, isLocal: boolean): Fact[] {
  const { fresh, index } = health;
  const indexed = fresh?.indexed ?? index?.block;
  const chain = fresh?.chain ?? undefined;
  const distance = behind(health);
  return [
    { term: t.reached, value: <BlockTag block={indexed} t={t} /> },
    { term: t.head, value: <BlockTag block={chain} t={t} /> },
    {
      term: t.behind,
      value: (
        <span className="figure">
          {distance === undefined
            ? t.unknownValue
            : t.behindValue(blocksOf(distance.blocks, t), duration(distance.seconds))}
        </span>
      ),
    },
    ...(chain === undefined ? [] : [ageFact(chain, t, isLocal)]),
  ];
}

/** How old the chain's latest block is. A practice chain's clock is compared with nobody's. */
function ageFact({ timestamp }: Block, t: Words, isLocal: boolean): Fact {
  const time = exactTime(timestamp);
  if (isLocal) return { term: t.time, value: <span className="figure">{time}</span>, note: t.localNote };
  const age = duration(Date.now() / 1_000 - timestamp);
  return {
    term: t.time,
    value: (
      <Tip text={time} className="figure">
        {t.age(age)}
      </Tip>
    ),
    note: t.ageNote,
  };
}

function BlockTag({ block, t }: { block: Block | undefined; t: Words }): ReactNode {
  if (block === undefined) return <span className="text-muted">{t.unknownValue}</span>;
  return (
    <Tip text={block.hash} className="figure">
      {t.block(group(block.number))}
    </Tip>
  );
}
