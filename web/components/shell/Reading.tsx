import type { ReactNode } from "react";
import { ApiUnavailable } from "#lib/api/ApiUnavailable.ts";
import { Pending } from "./Pending.tsx";
import { Unavailable } from "./Unavailable.tsx";

interface ReadingProps<Answer> {
  read: () => Promise<Answer>;
  /** 1 where it is all of the page: what stands in for it is then the page's heading. */
  level?: 1 | 2;
  /** As large as what will come. */
  skeleton: ReactNode;
  children: (answer: Answer) => ReactNode;
}

/** A part of a page that is made of an answer of the API, with its skeleton, and with words for when there is none. */
export function Reading<Answer>({ read, level = 2, skeleton, children }: ReadingProps<Answer>): ReactNode {
  return (
    <Pending skeleton={skeleton}>
      <Answered read={read} level={level}>
        {children}
      </Answered>
    </Pending>
  );
}

type AnsweredProps<Answer> = Required<Omit<ReadingProps<Answer>, "skeleton">>;

async function Answered<Answer>({ read, level, children }: AnsweredProps<Answer>) {
  const answer = await attempt(read);
  return answer === undefined ? <Unavailable level={level} /> : children(answer.value);
}

async function attempt<Answer>(read: () => Promise<Answer>): Promise<{ value: Answer } | undefined> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof ApiUnavailable) return undefined;
    throw error;
  }
}
