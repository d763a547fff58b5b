/** Paying a work by hand, in any token. */
export const pay = {
  title: "Pay this work",
  intro:
    "Anyone can pay it, in any ERC-20 token. Nine tenths go to its people and to the works it is built on, by the same shares as what was minted; one tenth goes to the commons. Such a payment is never counted as earned: it gives no Voice and no seat.",
  later: "Once it is accepted, anyone can pay it, in any ERC-20 token.",
  never: "It was not accepted, so it cannot be paid: the ledger pays accepted works only.",
  caption: "Who paid this work by hand, the latest first",
  column: { by: "Paid by", amount: "Amount", when: "When" },

  token: "Token",
  another: "Another token…",
  azr: "AZR",
  address: "The token's address",
  addressHint: "Take it from somebody you trust. Anybody can give a token any name.",
  badAddress: "This is not an address, or a letter of it is wrong.",
  noToken: "At this address there is no ERC-20 token that says its decimals.",
  amount: "Amount",
  holding: "You hold",
  noAmount: (decimals: number) =>
    decimals === 0
      ? "Say how much, in whole numbers."
      : `Say how much, such as 12.5, with ${decimals} decimals at most.`,
  tooMuch: (held: string) => `You hold ${held}, which is less.`,
  parts: {
    title: "Where it goes",
    contributors: (count: number) => (count === 1 ? "To its contributor" : `To its ${count} contributors`),
    upstream: (count: number) =>
      count === 1 ? "To the work it is built on" : `To the ${count} works it is built on`,
    citadel: "To the commons",
    note: "If the token keeps a part of each transfer, what arrives is divided so.",
  },
  steps:
    "Your wallet asks twice: first to let the ledger take this amount and no more, then for the payment. One that can do both as one asks once.",
  action: "Pay it",

  waiting: {
    label: "Waits here for its people, from works that cite it",
    action: "Let it flow on",
  },
};
