const percent = (ppm: number): string => `${ppm / 10_000}%`;

/** The page on which works are registered. */
export const submit = {
  title: "Submit a work",
  intro:
    "Describe what you made, say who made it, and name what it stands on. A random panel of judges scores it blind, and AZR is minted for it: 90% to the people credited, 10% to the commons.",
  before: {
    title: "What it takes",
    items: [
      { title: "The work", text: "A title, a few words on what it does, and for whom it is better." },
      {
        title: "Its evidence",
        text: "Files are hashed in this browser. Only their names, sizes and hashes are published.",
      },
      {
        title: "Who made it",
        text: "People with or without a wallet, each with a part, and the earlier works it stands on.",
      },
      {
        title: "A bond, and one signature",
        text: "The bond comes back when the work is accepted. Then a panel is drawn, and judges it.",
      },
    ],
  },
  fill: "Fill it in without an account",

  work: {
    heading: "The work",
    title: "Title",
    titleHint: "What it is, in a line.",
    summary: "Summary",
    summaryHint: "What it does and for whom it is better. Judges read this first.",
  },

  files: {
    heading: "Evidence",
    hint: "Everything that shows the work. Files are hashed in this browser: only their names, sizes and hashes are published, never what is in them. Keep the files where judges can get them.",
    drop: "Drop files or folders here",
    choose: "Choose files",
    hashing: (done: number, all: number) => `Hashing: ${done} of ${all}.`,
    added: (count: number) => (count === 1 ? "1 file hashed." : `${count} files hashed.`),
    tooLarge: (name: string) => `“${name}” is over 1 GB, more than a browser can hash in one piece.`,
    unreadable: (name: string) => `“${name}” cannot be read.`,
    caption: "The files of the evidence",
    name: "File",
    size: "Size",
    hash: "SHA-256",
    remove: (name: string) => `Take ${name} out`,
    all: (count: number, size: string) => `${count === 1 ? "1 file" : `${count} files`}, ${size}`,
    more: (count: number) => `and ${count} more`,
    clear: "Take all out",
  },

  people: {
    heading: "Who made it",
    hint: "Accounts, or people without a wallet by a name they have elsewhere: what they are credited waits for them.",
    examples: "0x…, github:alice, npm:left-pad, git:alice@example.org",
    emailNote: "An e-mail address is hashed here. It does not leave this browser in plain.",
    person: (place: number) => `Contributor ${place}`,
    weight: (who: string) => `Part of ${who}, in percent`,
    shares: "shares the rest",
    fixed: "typed; click to let it share the rest",
    even: "Even them",
    add: "Add a contributor",
    remove: (who: string) => `Remove ${who}`,
    you: "This is you",
    addYou: "Credit this account",
    notCredited: "The connected account is not credited. Whoever registers a work need not be.",
    sum: "Together exactly 100%",
  },

  upstream: {
    heading: "What it stands on",
    hint: (most: string) =>
      `Earlier works that were accepted. What they get comes out of the people's part, ${most} of it at most.`,
    hintUnknown: "Earlier works that were accepted. What they get comes out of the people's part.",
    search: "Search by title",
    placeholder: "Words of a title, or the id of a work",
    found: (count: number) => (count === 1 ? "1 accepted work found." : `${count} accepted works found.`),
    none: "No accepted work has these words in its title.",
    failed: "The search gets no answer. What you filled in is safe.",
    cite: "Cite",
    weight: (title: string) => `Part of ${title}, in percent`,
    remove: (title: string) => `Do not cite ${title}`,
    sum: (sum: string, people: string) => `Upstream ${sum}, which leaves the people ${people}.`,
    nothing: "Nothing is cited yet. That is fine for a work that stands on none of these.",
    number: (number: number) => `no. ${number}`,
  },

  cost: {
    heading: "What it costs",
    bond: "Bond",
    bondNote: "Comes back when the work is accepted. At level 0 it goes to the commons.",
    fee: "Network fee",
    feeNote: "About, at the present price of gas.",
    feeLater: "Known when the form is complete and an account is connected.",
    unknown: "The chain's node does not answer, so the costs are not known now.",
    trying: "Trying it out…",
    refused: "As it stands, this would be refused",
  },

  send: {
    action: "Register the work",
    explain: "The manifest is handed to the API first, then your wallet is asked to sign once.",
    uploading: "Handing in the manifest…",
    uploadAway: "The API does not answer, so the evidence could not be handed in. Nothing was sent.",
    uploadRefused: (reason: string) => `The API did not take the evidence: ${reason} Nothing was sent.`,
    incomplete: "Some parts need another look. They are marked in the form.",
    kept: "What you filled in stays in this browser until it is registered.",
    clear: "Clear the form",
    leading: "Registered. Taking you to the work…",
  },

  problems: {
    noTitle: "Say in a line what it is.",
    tooLong: (most: number) => `At most ${most} characters.`,
    noFiles: "Add at least one file that shows the work.",
    tooManyFiles: (most: number) => `At most ${most.toLocaleString("en")} files: put some into an archive.`,
    noName: "Say who: an address, or a name such as github:alice.",
    twice: "Stands there twice: one row with both parts is enough.",
    zero: "The zero address is nobody.",
    protocol: "This is one of Azora's own contracts, which cannot be credited.",
    notANumber: "A number from 0.01 to 100, with four decimals at most.",
    tooManyPeople: (most: number) => `At most ${most} people can be credited.`,
    tooManyWorks: (most: number) => `At most ${most} works can be cited.`,
    tooLight: (title: string) => `“${title}” gets less than 0.01%: give it more, or do not cite it.`,
    tooHeavy: (sum: number, most: number) =>
      `The works it stands on may get ${percent(most)} together; these add up to ${percent(sum)}.`,
  },
};
