import type { Schemas } from "../../api/client.ts";
import { LeafKind, ruleNames } from "../../generated/enums.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { challengeOf } from "./challenge.ts";
import { critiqueOf } from "./critiques.ts";
import { executedWith, recorded } from "./ledger.ts";
import { latest, nameIn } from "./names.ts";

const LATEST = 20;
const AMENDMENTS = 100;

export const constitutionOf = async (at: At): Promise<Expected<Schemas["Constitution"]>> => ({
  articles: articlesOf(at),
  amendments: amendmentsOf(at),
  critiques: latest(recorded(at.book, "Critiqued", LeafKind.Critiqued), LATEST).map(({ entry, record }) => ({
    ...by("the logs Critiqued and Appended", { subject: entry.args.subject, record }),
    critique: critiqueOf(entry),
  })),
  flags: await flagsOf(at),
});

function articlesOf({ book }: At): Expected<Schemas["Articles"]>[] {
  const amended = recorded(book, "ArticlesAmended", LeafKind.ArticlesAmended).map((each) => {
    const { entry, record } = each;
    return by("the logs ArticlesAmended and Appended", {
      hash: entry.args.current,
      rationaleHash: entry.args.rationaleHash,
      since: entry.time,
      record,
      proposal: executedWith(book, each),
      tx: entry.transactionHash,
    });
  });
  // The text of the deployment was given no reason, and has no leaf.
  const first = book.all("ArticlesSet").map(({ args, time, transactionHash }) =>
    by("the log ArticlesSet", {
      ...{ hash: args.articlesHash, since: time, tx: transactionHash },
      ...{ rationaleHash: null, record: null, proposal: null },
    }),
  );
  return latest([...first, ...amended], LATEST);
}

const amendmentsOf = ({ book }: At): Expected<Schemas["Amendment"]>[] =>
  latest(recorded(book, "Amended", LeafKind.Amended), AMENDMENTS).map((each) => {
    const { entry, record } = each;
    const { version, rule, before, current, rationaleHash } = entry.args;
    return by("the logs Amended and Appended", {
      version,
      rule: nameIn(ruleNames, rule),
      before: before.toString(),
      current: current.toString(),
      rationaleHash,
      timestamp: entry.time,
      record,
      proposal: executedWith(book, each),
      tx: entry.transactionHash,
    });
  });

function flagsOf(at: At): Promise<Expected<Schemas["CriticFlag"]>[]> {
  const flags = recorded(at.book, "Challenged", LeafKind.Challenged).filter(
    ({ entry }) => entry.args.flagged,
  );
  return Promise.all(
    latest(flags, LATEST).map(async ({ entry: { args }, record }) => ({
      ...by("the logs Challenged and Appended", { contribution: args.contribution, record }),
      challenge: await challengeOf(at, args.contribution),
    })),
  );
}
