import { ribbon, round } from "#lib/picture/ribbon.ts";
import type { Recipient } from "./money.ts";

export interface Bar {
  x: number;
  y: number;
  height: number;
}

export interface Ribbon {
  kind: Recipient["kind"];
  /** An SVG path that is filled. */
  path: string;
}

export interface Sankey {
  width: number;
  height: number;
  barWidth: number;
  source: Bar;
  /** The people's part, before it is divided. */
  people: Bar;
  /** In the order of the recipients. */
  targets: (Bar & { recipient: Recipient })[];
  ribbons: Ribbon[];
}

interface Size {
  width: number;
  /** What stands right of the last bars. */
  labelWidth: number;
  /** The room that a label needs, however thin its bar. */
  rowHeight: number;
  /** The height of the whole amount. */
  barHeight: number;
}

const BAR = 10;
const GAP = 8;
const MIN_HEIGHT = 2;

/** Lays out one settlement: what was minted, the people's part, everybody's share; the commons beside it, untouched. */
export function layOut(amount: bigint, recipients: readonly Recipient[], size: Size): Sankey {
  const { width, labelWidth, barHeight } = size;
  const right = width - labelWidth - BAR;
  const middle = Math.round(right * 0.45);
  const targets = place(amount, recipients, right, size);
  const height = targets.reduce((bottom, { slot }) => bottom + slot, 0);
  const mine = targets.filter(({ recipient }) => recipient.kind !== "commons");
  const top = Math.max(0, (height - barHeight) / 2);
  const source: Bar = { x: 0, y: round(top), height: sum(targets) };
  const people: Bar = { x: middle, y: round(top * 0.6), height: sum(mine) };
  const ribbons: Ribbon[] = [
    { kind: "contributor", path: ribbon(BAR, source.y, middle, people.y, people.height) },
  ];
  let [fromPeople, fromSource] = [people.y, source.y + people.height];
  for (const target of targets) {
    const isCommons = target.recipient.kind === "commons";
    const [x, y] = isCommons ? [BAR, fromSource] : [middle + BAR, fromPeople];
    ribbons.push({ kind: target.recipient.kind, path: ribbon(x, y, right, target.y, target.height) });
    if (isCommons) fromSource += target.height;
    else fromPeople += target.height;
  }
  return { width, height: round(height), barWidth: BAR, source, people, targets, ribbons };
}

/** Each recipient's bar in the middle of a slot that has room for its label. */
function place(amount: bigint, recipients: readonly Recipient[], x: number, { rowHeight, barHeight }: Size) {
  let top = 0;
  return recipients.map((recipient) => {
    const share = amount === 0n ? 0 : Number((recipient.amount * 1_000_000n) / amount) / 1e6;
    const height = round(Math.max(MIN_HEIGHT, share * barHeight));
    const slot = Math.max(rowHeight, height + GAP);
    const bar = { x, y: round(top + (slot - height) / 2), height, recipient, slot };
    top += slot;
    return bar;
  });
}

const sum = (bars: readonly Bar[]): number => round(bars.reduce((total, { height }) => total + height, 0));
