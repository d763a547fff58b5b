import { explain } from "@azora/sdk";

/** Failures that the app has words of its own for, in the reader's language, by their names. */
export const OWN = { noWallet: "NoWallet", noApi: "NoApi", tooLate: "TooLateToReserve" } as const;

/** A sentence, and whether it is in English whatever the reader's language is: contracts, nodes and wallets speak English. */
export interface Said {
  readonly sentence: string;
  readonly isEnglish: boolean;
}

export const ours = (sentence: string): Said => ({ sentence, isEnglish: false });
export const theirs = (sentence: string): Said => ({ sentence, isEnglish: true });

/** A failure in words: the sdk's, if they are not those of the app. */
export function saidOf(error: unknown): Said {
  const { name, sentence } = explain(error);
  return { sentence, isEnglish: isTheirs(name) };
}

/** Whether a failure of this name is told in the sdk's words. */
export const isTheirs = (name: string): boolean => !Object.values<string>(OWN).includes(name);
