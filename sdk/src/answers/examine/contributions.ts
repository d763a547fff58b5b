import type { Schemas } from "../../api/client.ts";
import { phaseNames } from "../../generated/enums.ts";
import type { At } from "../Chain.ts";
import type { Examiner, Row } from "../Examiner.ts";
import { byNumber } from "../expect/names.ts";
import {
  amountOf,
  contributionOf,
  detailOf,
  epochOf,
  findWork,
  phasesOf,
  type Registered,
  worksOf,
} from "../expect/works.ts";
import { found } from "../found.ts";

type Key = Row<Schemas["Contribution"]>["key"];

const oldest = ([a = 0]: Key, [b = 0]: Key): number => byNumber(Number(a), Number(b));
const newest = (a: Key, b: Key): number => oldest(b, a);
const dearest = ([amountA = 0n, a = 0]: Key, [amountB = 0n, b = 0]: Key): number =>
  byNumber(BigInt(amountB), BigInt(amountA)) || byNumber(Number(b), Number(a));

const nodesOf = ({ attribution }: Registered["args"]) => attribution.contributors.map(({ node }) => node);

/** In each order, and by each phase, registrant, contributor and epoch. Which words a title has, the database knows. */
export async function examineContributions(examiner: Examiner): Promise<void> {
  const list = (
    query: string,
    order: typeof oldest,
    isIn: (at: At, entry: Registered) => boolean = () => true,
  ) =>
    examiner.list<Schemas["Contribution"]>("ContributionPage", `/v1/contributions?${query}`, {
      rows: async (at) =>
        worksOf(at)
          .filter((entry) => isIn(at, entry))
          .map((entry) => ({
            key: [...(order === dearest ? [amountOf(at, entry.args.contribution)] : []), entry.place],
            expect: () => contributionOf(at, examiner.evidence, entry),
          }))
          .sort((a, b) => order(a.key, b.key)),
      order,
    });
  await list("order=oldest", oldest);
  await list("order=newest", newest);
  await list("order=amount", dearest);
  for (const [number, name] of phaseNames.entries())
    await list(`phase=${name}`, newest, (at, { args }) => phasesOf(at).get(args.contribution) === number);
  const at = await examiner.now();
  const distinct = <value>(valuesOf: (entry: Registered) => readonly value[]) =>
    examiner.sampled([...new Set(worksOf(at).flatMap(valuesOf))]);
  for (const registrant of distinct(({ args }) => [args.registrant]))
    await list(`registrant=${registrant}`, newest, (_, { args }) => args.registrant === registrant);
  for (const contributor of distinct(({ args }) => nodesOf(args)))
    await list(`contributor=${contributor}`, newest, (_, { args }) => nodesOf(args).includes(contributor));
  const epochs = distinct(({ args }) => [epochOf(at, args.contribution)]);
  for (const epoch of epochs.filter((each) => each !== null))
    await list(`epoch=${epoch}`, newest, (then, { args }) => epochOf(then, args.contribution) === epoch);
}

export async function examineContribution(examiner: Examiner): Promise<void> {
  const works = worksOf(await examiner.now());
  for (const { args } of examiner.sampled(works)) {
    const { contribution: id } = args;
    await examiner.whole<Schemas["ContributionAnswer"]>(
      "ContributionAnswer",
      `/v1/contributions/${id}`,
      async (at) => ({
        contribution: await detailOf(at, examiner.evidence, found(findWork(at, id), `work ${id}`)),
      }),
    );
  }
}
