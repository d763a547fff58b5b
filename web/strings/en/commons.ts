/** The CitadelFund: what the commons hold, and what becomes of it. */
export const commons = {
  title: "The commons",
  lead: "A tenth of all that is minted and paid comes here, and belongs to everybody. People with Voice grant it for a purpose that they name, within a cap, and judges are paid from it.",
  toGovernance: "See proposals",
  holdings: {
    title: "What the fund holds",
    azr: "AZR",
    ether: "ETH",
    cameIn: "Came in, in all",
    paidOut: "Paid out, in all",
    and: "and",
    others: "Other tokens",
    othersNote:
      "Works can be paid in any token, and a tenth of that comes here as well. Anybody can make a token: what one is worth, nobody vouches for.",
    caption: "Other tokens, with what rewards brought and what was granted",
    column: { token: "Token", rewards: "Rewards brought", granted: "Granted" },
  },
  flow: {
    title: "Where it came from, and where it went",
    lead: "All AZR that was ever minted: nine tenths pass the fund by, on their way to people and the works that theirs stand on.",
    place: {
      minted: "Minted",
      rewards: "Tenths of rewards",
      gifts: "Sent by anybody",
      people: "To the people",
      held: "Still there",
      granted: "Granted",
      stipends: "Paid to judges",
    },
    fund: "The commons",
    to: "to",
    picture: (minted: string, people: string, came: string, held: string) =>
      `Of ${minted} minted, ${people} went to the people. ${came} came to the commons, which hold ${held}.`,
    table: "The same as a table",
    caption: "All flows into the commons and out of them",
    column: { way: "From and to", amount: "Amount", part: "Part" },
    ofAllIn: "of all that came in",
    ofMinted: "of what was minted",
    ofCame: "of what came in",
  },
  history: {
    title: "The fund over time",
    period: { hour: "AZR, by the hour", day: "AZR, by the day" },
    none: "Nothing has happened yet. What comes in and leaves is shown here, day by day.",
    note: "Above what it held, below what came in and what left. Times are in UTC.",
    picture: (held: string, most: string, since: string) =>
      `The fund holds ${held}. Since ${since} it held at most ${most}.`,
    table: "The same as a table",
    caption: "What came to the fund, left it and was held, the latest first",
    column: {
      when: { hour: "Hour from", day: "Day" },
      came: "Came in",
      left: "Left",
      held: "Held at its end",
    },
  },
  cap: {
    title: "What it may still pay",
    epoch: (epoch: number) => `Epoch ${epoch} ends`,
    kind: { grants: "Grants and fees in", stipends: "Pay of judges in" },
    leftOf: "left of",
    spent: "spent",
    notOpen: "Nobody has touched it in this epoch yet, so it is measured by what there is then.",
    note: (cap: string) =>
      `In an epoch, grants and the fees of critics' flags together are at most ${cap} of what the fund had at its beginning, and the pay of judges a quarter of what has come in since.`,
  },
  grants: {
    title: "Grants",
    caption: "Grants with what they are for, the latest first",
    column: { to: "To", amount: "Amount", purpose: "Hash of the purpose", how: "Decided", when: "When" },
    empty: {
      title: "Nothing was granted yet.",
      text: "A grant needs a proposal that passed, waited and was executed. It then stands here with its purpose and its vote.",
    },
  },
  stipends: {
    title: "Pay of judges",
    latest: "The latest 20",
    caption: "Pay of judges for votes that counted, the latest first",
    column: { judge: "Judge", work: "For judging", amount: "Amount", record: "Recorded", when: "When" },
    empty: {
      title: "No judge was paid yet.",
      text: "Each vote that counts is paid once, as soon as enough has come in. Anybody can have it paid out, and the keeper does.",
    },
  },
  rules: {
    title: "How it is spent",
    items: [
      "By a vote alone, after a delay, and for a purpose whose hash stands on the ledger. No key can do it.",
      "Never to the protocol's own contracts, and never beyond the cap of the epoch.",
      "What is not spent stays: nothing of it is ever burnt, lent or invested.",
    ],
    governance: "Proposals, and how to make one",
    constitution: "The article that says so",
  },
};
