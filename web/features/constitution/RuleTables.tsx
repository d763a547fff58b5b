import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { type Column, Table } from "#components/ui/Table.tsx";
import type { Amendment, Rule } from "#lib/api/types.ts";
import { sayRule } from "#lib/format/rule.ts";
import { useStrings } from "#strings/index.ts";
import { GROUPS, type Group, positionOf } from "./rules.ts";

interface RuleTablesProps {
  rules: readonly Rule[];
  /** The latest first. */
  amendments: readonly Amendment[];
}

/** Each rule with what it says, its value, where that is between its bounds, and how often it was amended. */
export function RuleTables({ rules, amendments }: RuleTablesProps): ReactNode {
  const t = useStrings().constitution.rules;
  const groups = Object.keys(GROUPS) as Group[];
  return (
    <>
      {groups.map((group) => {
        const names: readonly string[] = GROUPS[group];
        return (
          <Card key={group} title={t.group[group]} level={3} flush>
            <RuleTable
              caption={`${t.caption}: ${t.group[group]}`}
              rules={rules.filter(({ name }) => names.includes(name))}
              amendments={amendments}
            />
          </Card>
        );
      })}
    </>
  );
}

function RuleTable({ caption, rules, amendments }: RuleTablesProps & { caption: string }): ReactNode {
  const strings = useStrings();
  const { constitution, rules: words } = strings;
  const t = constitution.rules;
  const columns: Column<Rule>[] = [
    {
      key: "rule",
      header: t.column.rule,
      lead: true,
      cell: ({ name }) => (
        // As wide in each table, so that what follows lines up.
        <span className="block md:w-[22rem] lg:w-[28rem]">
          <span className="font-medium">{words[name].title}</span>{" "}
          <code className="font-mono text-faint text-xs">{name}</code>
          <span className="mt-0.5 block text-muted text-sm">{words[name].text}</span>
        </span>
      ),
    },
    {
      key: "value",
      header: t.column.value,
      align: "end",
      cell: ({ name, value }) => (
        <span className="figure inline-block font-medium md:w-40">
          {sayRule(name, BigInt(value), strings)}
        </span>
      ),
    },
    { key: "bounds", header: t.column.bounds, broad: true, cell: (rule) => <Bounds rule={rule} /> },
    {
      key: "amended",
      header: t.column.amended,
      align: "end",
      cell: ({ name }) => {
        const made = amendments.filter(({ rule }) => rule === name);
        const [latest] = made;
        if (latest === undefined) return <span className="text-faint text-sm">{t.never}</span>;
        const times = t.times(made.length);
        return (
          <a
            href={`#amendment-${latest.version}`}
            aria-label={t.timesLabel(words[name].title, times)}
            className="text-accent text-sm hover:underline"
          >
            {times}
          </a>
        );
      },
    },
  ];
  return <Table caption={caption} columns={columns} rows={rules} rowKey={({ name }) => name} />;
}

const WIDTH = 100;

/** The value between its bounds, by orders of magnitude. */
function Bounds({ rule }: { rule: Rule }): ReactNode {
  const strings = useStrings();
  const t = strings.constitution.rules;
  const { name, min, max } = rule;
  const at = positionOf(rule) * WIDTH;
  return (
    <span className="inline-flex w-52 flex-col gap-1 max-md:w-full">
      <svg aria-hidden="true" viewBox={`-4 0 ${WIDTH + 8} 8`} className="h-2 w-full">
        <line x1="0" x2={WIDTH} y1="4" y2="4" strokeWidth="1.5" className="stroke-edge" />
        <circle cx={at} cy="4" r="3" className="fill-accent" />
      </svg>
      <span className="figure flex justify-between gap-3 text-faint text-xs">
        <span>
          <span className="sr-only">{t.least} </span>
          {sayRule(name, BigInt(min), strings)}
        </span>
        <span className="text-right">
          <span className="sr-only">{t.most} </span>
          {sayRule(name, BigInt(max), strings)}
        </span>
      </span>
    </span>
  );
}
