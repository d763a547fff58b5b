/** A journal that cannot be followed: nothing is guessed, so nothing is registered twice. */
export class JournalError extends Error {
  override name = "JournalError";
}

/** New commits that cannot be told from those that were imported, because the history was divided anew. */
export class HistoryShiftedError extends Error {
  override name = "HistoryShiftedError";

  constructor(tip: string) {
    super(
      `This history was imported up to ${tip.slice(0, 12)}, and has grown since, but it is divided otherwise now: ` +
        "read only what comes after that commit (readForImport does it).",
    );
  }
}

/** A registration that was sent, as often as is sensible, and reverted each time. */
export class RegistrationRevertedError extends Error {
  override name = "RegistrationRevertedError";

  constructor(title: string) {
    super(
      `The registration of "${title}" was reverted again and again. What was registered before it stays.`,
    );
  }
}
