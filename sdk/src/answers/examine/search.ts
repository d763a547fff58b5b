import { getAddress, type Hex, isAddress, pad } from "viem";
import type { Schemas } from "../../api/client.ts";
import type { At } from "../Chain.ts";
import type { Examiner } from "../Examiner.ts";
import { isEffective, linkOf, sightingsOf } from "../expect/links.ts";
import { byText, kindOf } from "../expect/names.ts";
import { contributionOf, worksOf } from "../expect/works.ts";
import { by, type Expected } from "../facts.ts";

type Found = Omit<Schemas["SearchAnswer"], "block">;

const LIMIT = 10;
/** Of an id or an address, with the `0x`: enough to find one, and what begins alike. */
const BEGINNINGS = [4, 12] as const;

/** Searches by the beginnings of ids and addresses and by numbers. Which words a title has, the database knows. */
export async function examineSearch(examiner: Examiner): Promise<void> {
  const at = await examiner.now();
  const works = worksOf(at).map(({ args }) => args.contribution.toLowerCase());
  const people = [...sightingsOf(at).keys()].filter((who) => BigInt(who) !== 0n);
  for (const length of BEGINNINGS) {
    const beginnings = new Set([...works, ...people].map((each) => each.slice(0, length)));
    for (const q of examiner.sampled([...beginnings]))
      await ask(examiner, q, (present) => byBeginning(present, examiner, q));
  }
  for (const [i] of examiner.sampled([...works.entries()]))
    await ask(examiner, `#${i + 1}`, async (present, said) => ({
      contributions: await byNumber(present, examiner, i, said),
      people: [],
    }));
}

type Expect = (at: At, said: Record<string, unknown>) => Promise<Expected<Found>>;

const ask = (examiner: Examiner, q: string, expect: Expect) =>
  examiner.answer<Schemas["SearchAnswer"]>(
    "SearchAnswer",
    `/v1/search?q=${encodeURIComponent(q)}&limit=${LIMIT}`,
    expect,
  );

/** The work of that number, and after it such as have the number in their titles. */
async function byNumber(at: At, { evidence }: Examiner, i: number, said: Record<string, unknown>) {
  const first = worksOf(at)[i];
  const rows: unknown[] = Array.isArray(said.contributions) ? said.contributions : [];
  const others = new Set(rows.slice(1).map((row) => Object(row).id));
  const works = await Promise.all(
    worksOf(at)
      .toReversed()
      .filter((each) => each !== first && others.has(each.args.contribution))
      .map((each) => contributionOf(at, evidence, each)),
  );
  const titled = works.filter(({ title }) => title.value?.includes(String(i + 1)));
  return [...(first === undefined ? [] : [await contributionOf(at, evidence, first)]), ...titled];
}

async function byBeginning(at: At, { evidence }: Examiner, q: string): Promise<Expected<Found>> {
  const works = worksOf(at)
    .filter(({ args }) => args.contribution.startsWith(q))
    .toSorted((a, b) => byText(a.args.contribution, b.args.contribution))
    .slice(0, LIMIT);
  const seen = [...sightingsOf(at)].filter(([who]) => who.startsWith(q) && BigInt(who) !== 0n);
  const sorted = seen.sort(([a], [b]) => byText(a, b));
  const accounts = sorted.filter(([who]) => isAddress(who)).slice(0, LIMIT);
  const identities = sorted.filter(([who]) => !isAddress(who)).slice(0, LIMIT);
  return {
    contributions: await Promise.all(works.map((work) => contributionOf(at, evidence, work))),
    people: [...accounts, ...identities]
      .slice(0, LIMIT)
      .map(([who, { credited }]) => personOf(at, who, credited)),
  };
}

function personOf(at: At, who: string, credited: number): Expected<Schemas["FoundPerson"]> {
  const isAccount = isAddress(who);
  const node = isAccount ? pad(who, { size: 32 }) : (who as Hex);
  const linked = isAccount ? who : isEffective(at, node) ? linkOf(at, node)?.args.account : undefined;
  return {
    ...by("the logs that name it", { node, kind: kindOf(node), credited }),
    account: by("the log LinkProposed", linked === undefined ? null : getAddress(linked)),
    name: by("the question, which has none", null),
  };
}
