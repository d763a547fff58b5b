import type { Schemas } from "../api/client.ts";
import type { Examiner } from "./Examiner.ts";
import { byNumber } from "./expect/names.ts";
import { contributionOf, detailOf, findWork, worksOf } from "./expect/works.ts";
import { found } from "./found.ts";

export async function examineContributions(examiner: Examiner): Promise<void> {
  const { evidence } = examiner;
  await examiner.list<Schemas["Contribution"]>("ContributionPage", "/v1/contributions?order=oldest", {
    rows: async (at) =>
      worksOf(at).map((entry) => ({
        key: [entry.place],
        expect: () => contributionOf(at, evidence, entry),
      })),
    order: ([a = 0], [b = 0]) => byNumber(Number(a), Number(b)),
  });
}

export async function examineContribution(examiner: Examiner): Promise<void> {
  const works = worksOf(await examiner.now());
  for (const { args } of examiner.sampled(works)) {
    const { contribution: id } = args;
    await examiner.answer<Schemas["ContributionAnswer"]>(
      "ContributionAnswer",
      `/v1/contributions/${id}`,
      async (at) => ({
        contribution: await detailOf(at, examiner.evidence, found(findWork(at, id), `work ${id}`)),
      }),
    );
  }
}
