import type { ReactNode } from "react";
import { ApiUnavailable } from "#lib/api/ApiUnavailable.ts";
import { Pending } from "./Pending.tsx";
import { Unavailable } from "./Unavailable.tsx";

interface ReadingProps<Answer> {
  read: () => Promise<Answer>;
  /** As large as what will come. */
  skeleton: ReactNode;
  children: (answer: Answer) => ReactNode;
}

/** A part of a page that is made of an answer of the API, with its skeleton, and with words for when there is none. */
export function Reading<Answer>({ read, skeleton, children }: ReadingProps<Answer>): ReactNode {
  return (
    <Pending skeleton={skeleton}>
      <Answered read={read}>{children}</Answered>
    </Pending>
  );
}

async function Answered<Answer>({ read, children }: Omit<ReadingProps<Answer>, "skeleton">) {
  const answer = await attempt(read);
  return answer === undefined ? <Unavailable /> : children(answer.value);
}

async function attempt<Answer>(read: () => Promise<Answer>): Promise<{ value: Answer } | undefined> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof ApiUnavailable) return undefined;
    throw error;
  }
}
