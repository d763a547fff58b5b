import { getAddress, isAddress, zeroAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import type { Examiner } from "../Examiner.ts";
import { accountAnswer } from "../expect/accounts.ts";
import { dutyRows, judgeRows, judgesOf, orderOfDuties, orderOfJudges } from "../expect/judges.ts";
import { sightingsOf } from "../expect/links.ts";
import { identitiesOf, identityOf, orderOfPeople, peopleOf } from "../expect/people.ts";

/** Somebody who never took part. */
const NOBODY = "0x000000000000000000000000000000000000dEaD";

/** Every account that an event has named, and one that none has. */
export async function examineAccount(examiner: Examiner): Promise<void> {
  const named = [...sightingsOf(await examiner.now()).keys()].filter((who) => isAddress(who));
  for (const address of [...examiner.sampled(named), NOBODY, zeroAddress].map((each) => getAddress(each)))
    await examiner.whole<Schemas["AccountAnswer"]>(
      "AccountAnswer",
      `/v1/accounts/${address}`,
      async (at) => ({ account: await accountAnswer(at, address) }),
    );
}

export async function examinePeople(examiner: Examiner): Promise<void> {
  const list = { rows: async (at: Parameters<typeof peopleOf>[0]) => peopleOf(at), order: orderOfPeople };
  await examiner.list<Schemas["Person"]>("PeoplePage", "/v1/people", list);
}

export async function examineIdentity(examiner: Examiner): Promise<void> {
  for (const node of examiner.sampled(identitiesOf(await examiner.now())))
    await examiner.whole<Schemas["IdentityAnswer"]>(
      "IdentityAnswer",
      `/v1/identities/${node}`,
      async (at) => ({
        identity: await identityOf(at, node),
      }),
    );
}

export async function examineJudges(examiner: Examiner): Promise<void> {
  await examiner.list<Schemas["Judge"]>("JudgePage", "/v1/judges", { rows: judgeRows, order: orderOfJudges });
}

export async function examineDuties(examiner: Examiner): Promise<void> {
  const { evidence } = examiner;
  for (const judge of examiner.sampled(judgesOf(await examiner.now())))
    for (const isOpen of [false, true])
      await examiner.list<Schemas["Duty"]>("DutyPage", `/v1/judges/${judge}/duties?open=${isOpen}`, {
        rows: (at) => dutyRows(at, evidence, judge, isOpen),
        order: orderOfDuties,
      });
}
