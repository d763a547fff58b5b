import type { Strings } from "#strings/index.ts";
import { englishIn, sentenceOf } from "../sentence.ts";
import { isOnChain, type SentState, type TransactionState } from "../state.ts";
import type { SentBox } from "./box.ts";
import type { Entry } from "./entry.ts";

/** What is said of one that was sent. */
interface Known {
  now: string;
  readonly told: Set<string>;
}

/** Says what is new of what an account sends, each news once, whoever follows it and whatever page is open. */
export type News = ReturnType<typeof createNews>;

/** @param say Is heard by whoever does not see the page; it is told with which English words the text ends. */
export function createNews(
  { store }: Pick<SentBox, "store">,
  words: Strings["transactions"],
  say: (text: string, english?: string) => void,
) {
  const courses = new Map<string, Known>();
  /** The title of what was spoken of last. */
  let last: string | undefined;

  const sentence = (state: TransactionState): string => sentenceOf(state, words);

  function about(title: string): void {
    if (title !== last) say(title);
    last = title;
  }

  function know({ id, state }: Entry): Known {
    const known = { now: sentence(state), told: new Set(courseTo(state).map(sentence)) };
    courses.set(id, known);
    return known;
  }

  function begun({ id }: Entry): Known {
    const known = { now: "", told: new Set<string>() };
    courses.set(id, known);
    return known;
  }

  function tell(entry: Entry): void {
    const { id, title, state, isTold } = entry;
    const text = sentence(state);
    const known = courses.get(id) ?? (isTold ? know(entry) : begun(entry));
    if (known.now === text) return;
    known.now = text;
    // One that is followed from a page that was loaded anew goes through its first steps again.
    if (known.told.has(text)) return;
    known.told.add(text);
    about(title);
    say(text, englishIn(state));
  }

  // The page that kept it has said it.
  for (const entry of store.getState().entries) know(entry);
  // Also what another tab comes to know.
  store.subscribe(({ entries }) => entries.forEach(tell));

  return {
    /** Something else is to be sent. */
    begin(title: string, as = title): void {
      last = title;
      say(as);
    },
    /** How far it is before it is sent. */
    early(title: string, state: TransactionState): void {
      about(title);
      say(sentence(state), englishIn(state));
    },
    more: (text: string): void => say(text),
    /** Somebody asks for its course once more: then the same is an answer. */
    again: (id: string): void => courses.get(id)?.told.clear(),
  };
}

/** What must have been so, or is said when it is followed from the beginning. */
function courseTo(state: SentState): SentState[] {
  const pending: SentState = { step: "pending" };
  if (!isOnChain(state)) return [pending, state];
  const { hash, block } = state;
  return [pending, { step: "confirmed", hash, block }, state];
}
