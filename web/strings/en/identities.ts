export const identities = {
  kicker: "Identity",
  lead: "A name at a provider, kept as a hash: somebody who is credited, perhaps without knowing of Azora yet.",
  pool: "Waiting in its pool",
  received: "Received in all",
  credited: "Works that credit it",
  since: "Here since",
  link: {
    title: "Whose it is",
    none: "Nobody has linked it yet.",
    effective: "It belongs to this account. What comes to it flows there.",
    pending: "It will belong to this account when the delay has passed, unless an attestor objects.",
    effectiveAt: "Takes effect",
    attestors: "Attested by",
    vetoed: (count: number) =>
      count === 1 ? "One earlier link was vetoed." : `${count} earlier links were vetoed.`,
  },
  claim: {
    title: "Is this you?",
    steps: [
      "Make sure of it: this page's identity is the hash of provider:name, for example github:alice, or git: and the SHA-256 of your e-mail address in lower case.",
      "Show the attestors of this network that the name is yours. They sign that it belongs to your account; several of them have to.",
      "Anyone sends the signatures to the chain. The link takes effect after a delay in which a single attestor can veto it.",
      "Then anyone lets the pool flow to your account, and you withdraw it.",
    ],
    action: "Show that it is yours",
    note: "Nothing is lost by waiting: a pool has no end.",
  },
  works: { title: "Works that credit it", none: "No work credits it." },
  paymentsNone: "Nothing came yet.",
};
