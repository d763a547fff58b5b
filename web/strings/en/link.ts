/** Claiming an identity: whoever is credited by a name shows that it is theirs. */
export const link = {
  title: "Link a name to your account",
  lead: "What works credit to a name waits in its pool until somebody shows that the name is theirs. Attestors check the proof; nobody else is asked.",
  how: {
    title: "Which proof",
    proofs: [
      [
        "The author of commits",
        "git: and your e-mail address, which is hashed here and goes nowhere. You sign a text with the SSH or OpenPGP key that signed your commits.",
      ],
      [
        "A project",
        "github:owner/name or repo:host/path. You put a file, FUNDING.json, into the root of its repository.",
      ],
    ] as const,
    note: "A link is for good. It takes effect after a delay, in which a single attestor can veto it.",
  },
  which: "Which name is yours?",
  identity: "The name",
  identityHint: "git:you@example.org, github:owner/name, or repo:host/path",
  isAccount: "This is an account already, not a name.",
  noProof:
    "There is no proof for such a name here yet. An attestor may know you by other means, and can sign all the same.",
  linked: (account: string) => `It is linked to ${account}, or about to be. A link is for good.`,
  forAccount: (account: string) => `It will belong to ${account}, the account that is connected.`,
  prepare: "Prepare the proof",
  claiming: "Show that it is yours",
  other: "Another name",
  until: (time: string) => `can be used until ${time}`,
  proof: {
    funding: (url: string) =>
      `Put a file FUNDING.json with this in it into the root of ${url}, on its default branch. What else is in the file can stay.`,
    challenge: "This is the text to sign. It is of no use for another account, name, chain or time.",
    save: "Save it as azora-link.txt",
    ssh: "Sign it with the key that signed your commits. With an SSH key:",
    gpg: "Or with GnuPG, whose public key goes along:",
    signature: "The signature, as it was written",
    publicKey: "The OpenPGP public key",
    repository: "Where the history is",
    repositoryHint:
      "An https address, with #refs/heads/name if it is not the default branch. On a local chain a folder will do.",
  },
  handText:
    "Your wallet signs a text that asks for this link, so that nobody is linked against their will. It costs nothing. Then the attestors check the proof.",
  missing: {
    signature: "The signature by the key of your commits is missing: paste what ssh-keygen or gpg wrote.",
    repository: "Say where the history with your signed commits is.",
  },
  hand: "Sign and hand it over",
  handing: "Waiting for your wallet…",
  away: "The API does not answer, so nothing was handed over. Try again in a moment.",
  verdicts: {
    title: "What attestors say",
    none: "No attestor has looked at it yet. This page asks by itself.",
    attests: "Attests",
    refuses: "Refuses",
    linkText:
      "With these signatures the link can be proposed. If the network asks for more attestors, the chain says so, and nothing is sent.",
    link: "Propose the link",
  },
};
