/** The wallet, once its code is loaded. What the first load says of it is in client.ts. */
export const wallet = {
  appName: "Azora",
  localNetwork: "Azora on this machine",
  groups: { local: "For practice", browser: "In this browser" },

  menu: "Account",
  balance: "Balance",
  yourAccount: "Your account",
  yourDuties: "Your duties as a judge",
  disconnect: "Disconnect",
  connected: (account: string) => `Connected: ${account}.`,
  disconnected: "Disconnected.",
  through: (wallet: string) => `through ${wallet}`,

  wrongNetwork: {
    title: "Wrong network",
    text: (chain: string) =>
      `The wallet is on another network than these pages. Nothing can be sent until it is on ${chain}.`,
    action: (chain: string) => `Switch to ${chain}`,
    switching: "Waiting for the wallet…",
    declined: "The wallet stayed where it is. You can also switch the network in the wallet itself.",
  },
  chainName: (chainId: number, isLocal: boolean) => (isLocal ? "the local network" : `chain ${chainId}`),

  burner: {
    name: "Burner account",
    badge: "Burner",
    about:
      "Made in this browser for trying things out. It signs without asking, it has play money only, and its key lies unprotected in this browser.",
    export: "Show the key",
    exported: "The key of the burner account. Whoever has it is this account.",
    hide: "Hide the key",
    copyKey: "Copy the key",
    forget: "Forget it",
    forgetSure: "Forget it for good? What it holds is out of reach then, unless you kept the key.",
    forgetYes: "Yes, forget it",
    forgetNo: "Keep it",
    fund: "Top up with ETH",
    funded: "The account has ETH enough.",
  },

  gate: {
    connect: "Connect",
    unavailable: "The wallet's code could not be loaded. Check the connection, then try again.",
    noNetwork:
      "The API does not answer, so it is not known which chain to connect to. It is asked again by itself.",
    loading: "Looking for the wallet…",
  },
};
