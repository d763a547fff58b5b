import { short } from "../short.ts";

/** What people send, in words, and how far it is. */
export const transactions = {
  register: {
    title: (work: string) => `Register “${work}”`,
    effect: "The work is on the record, its bond is held, and a panel will be drawn to judge it.",
    record: "Follow the work",
  },
  commit: {
    title: (work: string) => `Commit a vote on ${work}`,
    effect: "The chain holds a sealed vote. Nobody can read it until you reveal it.",
    record: "See the work",
  },
  reveal: {
    title: (work: string) => `Reveal the vote on ${work}`,
    effect: "The vote is open to everybody, and counts.",
    record: "See the work",
  },
  withdrawAzr: {
    title: "Withdraw AZR",
    effect: (to: string) => `Everything that is owed is paid to ${short(to)}.`,
    record: "See the account",
  },
  withdrawEther: {
    title: "Withdraw ETH",
    effect: (to: string) => `Everything that is owed is paid to ${short(to)}.`,
    record: "See the account",
  },
  withdrawToken: {
    title: (token: string) => `Withdraw of the token ${short(token)}`,
    effect: (to: string) => `Everything that is owed in it is paid to ${short(to)}.`,
    record: "See the account",
  },
  withdrawAll: { title: "Withdraw everything", record: "See the account" },
  revealAll: { title: "Reveal your votes", record: "See your duties" },
  unlockBond: {
    title: "Unlock the bond of a seat",
    effect: "What is left of the bond can be withdrawn.",
    record: "See the account",
  },
  flow: {
    title: "Bring an identity's pool in",
    effect: "The whole pool of the identity moves to the account that it is linked to.",
    record: "See the identity",
  },
  flowOn: {
    title: "Let the work's pool flow on",
    effect: "The whole pool moves to the people of the work, and to the works that it is built on.",
    record: "See the work",
  },
  approve: {
    title: "Let the ledger take the amount",
    effect: "The reward ledger may take this amount of the token from your account, once, and no more.",
    record: "See the work",
  },
  takeBack: {
    title: "Take back what the ledger may take",
    effect: "This token changes no allowance that is left of something else. Then the new one can be given.",
    record: "See the work",
  },
  reward: {
    title: "Pay the work",
    effect: "Nine tenths go to its people and to what it is built on, one tenth to the commons.",
    record: "See the work",
  },
  propose: {
    title: (proposal: string) => `Propose “${proposal}”`,
    effect: "Everybody can see it, and whoever has Voice votes on it once its delay has passed.",
    record: "See the proposal",
  },
  vote: {
    title: "Vote on the proposal",
    effect: "The vote counts with your Voice, and stands.",
    record: "See the proposal",
  },
  queue: {
    title: "Queue the proposal",
    effect: "The timelock holds it for its delay; then anyone can have it executed.",
    record: "See the proposal",
  },
  execute: {
    title: "Execute the proposal",
    effect: "What it says is done.",
    record: "See the proposal",
  },
  delegate: {
    title: (to: string) => `Let ${short(to)} vote with your Voice`,
    effect: "It counts for votes that begin later.",
    record: "See your Voice",
  },
  link: {
    title: "Propose the link",
    effect: "The name belongs to the account when the delay has passed, unless an attestor vetoes.",
    record: "See the identity",
  },
  enterSeat: {
    title: "Take a judge's seat",
    effect:
      "The bond is held for as long as you sit, and you can be drawn for a panel from the next arming on.",
    record: "See your duties",
  },
  exitSeat: {
    title: "Give up your seat",
    effect:
      "No new panel draws you. Duties you were drawn for stay, and the bond is locked until the last of them could be over.",
    record: "See your duties",
  },
  topUp: {
    title: "Fill the bond up",
    effect: "The bond behind your seat is whole again.",
    record: "See your duties",
  },
  reserve: {
    title: "Reserve the challenge",
    effect:
      "Your deposit is the whole price of a challenge, and counts towards it. Only a hash is on the chain, so nobody knows which work you mean.",
    record: "See the work",
  },
  challenge: {
    title: "Challenge the score",
    effect: "The fee and the bond are paid, and a second panel is drawn, without the judges of the first.",
    record: "See the work",
  },
  release: {
    title: "Get the deposit back",
    effect: "It is credited to you, to be withdrawn with your other ETH.",
    record: "Withdraw it",
  },
  reopen: {
    title: "Open the work again",
    effect:
      "Your bond is held, and a new panel is drawn to judge it, under the rules it was registered under.",
    record: "See the work",
  },

  steps: {
    simulating: "Try out",
    signing: "Sign",
    pending: "Mine",
    confirmed: "Index",
  },
  state: {
    simulating: "Trying it out on the node. Nothing is sent yet.",
    signing: "Waiting for your wallet. Check what it shows, then confirm there.",
    pending: "Sent. Waiting for the chain to take it into a block.",
    held: "Handed to your account, which is a contract. It waits until its owners have signed and somebody executes it, which may take long. You can leave: it is looked for again when you come back. If the owners turn it down, close this.",
    confirmed: (block: number) => `In block ${block}. Waiting for the index to read it.`,
    indexed: (block: number) => `Done, in block ${block}.`,
    lagging: (block: number) =>
      `Done, in block ${block}. The index is behind, so the pages will show it a little later.`,
    away: (block: number) =>
      `Done, in block ${block}. The index does not answer, so the pages cannot show it yet. Nothing is lost.`,
    rejected: "Declined in the wallet. Nothing was sent.",
    cancelled: "Cancelled in the wallet: another transaction took its place. Nothing was changed.",
    replaced: "The wallet sent something else in its place, so this did not happen.",
  },
  /** How it may end where no contract says why. */
  ends: {
    dropped:
      "The node has forgotten it without taking it into a block, so it will not happen. It can be sent again.",
    failedWithin: "Your account executed it, and the call within was refused. Nothing was changed.",
    noReceipt: "The wallet says that it is done, but not in which block.",
    callsGivenUp: "The wallet gave it up before it reached the chain. Nothing was changed.",
    callsReverted: "The chain refused all of it. Nothing was changed.",
    inPart: (done: number, of: number) =>
      `Only part of it was done: ${done} of ${of} transactions. See what is left before you try again.`,
  },
  progress: (place: number, of: number) => `${place} of ${of}`,
  part: (title: string, place: number, of: number) => `${title}, ${place} of ${of}`,
  stopped: (done: number, of: number) => `${done} of ${of} are done. The rest was not sent.`,
  failed: "This did not go through",
  lost: "It was sent, and it is not known yet what became of it",
  wrongNetwork: "The wallet is on another network. Switch it, then try again. Nothing was sent.",
  noWallet: "The wallet's code could not be loaded. Check the connection and try again.",
  noApi: "The API does not answer, and it has to say what was registered. Nothing was sent.",
  list: {
    title: "Your transactions",
    underWay: (count: number) =>
      count === 1 ? "1 transaction under way" : `${count} transactions under way`,
    damaged:
      "What this browser had noted of your transactions could not be read, and was dropped. What was sent is not affected.",
    brief: {
      pending: "Waiting for a block",
      held: "Waiting for the owners of your account",
      confirmed: "On the chain, not on the pages yet",
      indexed: (block: number) => `Done, in block ${block}`,
      unseen: "Done, and not on the pages yet",
    },
    explorer: "Explorer",
    remove: "Remove from the list",
  },
  hash: "Transaction",
  ownHash: "Known to the account as",
  again: "Try again",
  look: "Look again",
  dismiss: "Close",
};
