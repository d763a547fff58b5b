import { getAddress, type Hex, zeroAddress } from "viem";
import { NodeKind } from "../../generated/enums.ts";
import { accountNode, nodeKind } from "../../node.ts";
import type { At } from "../Chain.ts";
import { EVIDENCE, type Evidence } from "../Evidence.ts";
import { by, type Expected } from "../facts.ts";
import { type Paid, paymentsTo } from "./money.ts";
import { incomingOf } from "./why.ts";
import { findWork, numberOf } from "./works.ts";

/** One work's part of what came to an account. */
interface Line {
  time: string;
  block: number;
  token: string;
  amount: string;
  minted: string;
  work: string;
  number: number | null;
  title: string | null;
  weight: number | null;
  through: string | null;
  flow: string;
  position: number;
}

/** What came to an account, in order, and of what came through a name each part that a work had brought. */
export async function statementOf(at: At, evidence: Evidence, account: Hex): Promise<Expected<Line>[]> {
  if (account === zeroAddress) return [];
  const lines: Promise<Expected<Line>>[] = [];
  for (const paid of paymentsTo(at, accountNode(account))) {
    const isThrough = nodeKind(paid.flow.args.source) === NodeKind.Identity;
    for (const origin of isThrough ? incomingOf(at, paid) : [paid])
      lines.push(lineOf(at, evidence, paid, origin));
  }
  return Promise.all(lines);
}

async function lineOf(at: At, evidence: Evidence, paid: Paid, origin: Paid): Promise<Expected<Line>> {
  const { source: work, token } = origin.flow.args;
  const entry = findWork(at, work);
  const told = entry && (await evidence.of(entry.args.evidenceHash, entry.args.registrant));
  const share = entry?.args.attribution.contributors.find(({ node }) => node === origin.node);
  return {
    ...by("the log Flowed", {
      time: new Date(paid.flow.time * 1_000).toISOString(),
      block: Number(paid.flow.blockNumber),
      token: getAddress(token),
      amount: origin.amount.toString(),
      minted: origin.minted.toString(),
      work,
      through: paid === origin ? null : paid.flow.args.source,
      flow: paid.flow.id,
      position: paid.position,
    }),
    ...by("the log Registered", {
      number: entry === undefined ? null : numberOf(at, entry),
      weight: share?.weight ?? null,
    }),
    title: by(EVIDENCE, told?.title ?? null),
  };
}
