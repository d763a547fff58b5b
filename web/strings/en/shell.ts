export const shell = {
  skip: "Skip to the content",
  mainNavigation: "Main",
  menu: "Menu",
  theme: "Switch between light and dark",
  home: "Azora, home",
  nav: {
    contributions: "Contributions",
    people: "People",
    epochs: "Epochs",
    ledger: "Ledger",
    judge: "Judge",
    governance: "Governance",
    submit: "Submit a work",
  },
  stale: "The index is not answering. This is the last known state.",
  noConnection: (block: string) =>
    `There is no connection. What you see is what was last known here, as of block ${block}; nothing can be sent.`,
  noConnectionAtAll: "There is no connection. What you see is what was last known here; nothing can be sent.",
  offline: {
    title: "There is no connection",
    text: "This page was not read here before, so nothing of it is kept. Pages that you have read are still there, as they were.",
    action: "Home",
  },
  practice: "Practice network: nothing here has value.",
  unknownNetwork: "The index is not answering",
  block: (number: string) => `Block ${number}`,
  blockTip: (time: string) => `The index has reached this block, of ${time}. All times are seen from there.`,
  footer: "More",
  status: "Status",
  developers: "Developers",
  footerNote:
    "Every figure here can be recomputed from the chain, and every decision checked against its ledger.",
  unavailable: {
    title: "The index is not answering",
    text: "It may be starting, catching up with the chain, or out of reach. The chain itself is not affected. This page comes by itself as soon as there is an answer.",
    retry: "Try now",
  },
  notFound: {
    title: "There is nothing here",
    text: "The address may be mistyped, or what it names is not on this chain. A practice network forgets everything when it is started afresh.",
    action: "See all contributions",
  },
};
