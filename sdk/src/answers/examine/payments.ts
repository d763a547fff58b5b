import type { Schemas } from "../../api/client.ts";
import type { Examiner } from "../Examiner.ts";
import { paymentsOf } from "../expect/money.ts";
import { whyOf } from "../expect/why.ts";
import { found } from "../found.ts";

/** Why each payment is what it is. */
export async function examineWhy(examiner: Examiner): Promise<void> {
  const { book } = await examiner.now();
  for (const { flow, position } of examiner.sampled(book.all("Flowed").flatMap(paymentsOf)))
    await examiner.answer<Schemas["WhyAnswer"]>(
      "WhyAnswer",
      `/v1/payments/${flow.id}/${position}/why`,
      async (at) => {
        const present = at.book.all("Flowed").find(({ id }) => id === flow.id);
        const payment = present && paymentsOf(present)[position];
        return whyOf(at, found(payment, `payment ${position} of flow ${flow.id}`));
      },
    );
}
