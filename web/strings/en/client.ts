import { trouble } from "./trouble.ts";

/**
 * What client components of the first load say. Plain strings only: the layout hands them to the browser, so that no
 * dictionary is in its bundle.
 */
export const client = {
  copied: "Copied",
  notCopied: "The browser does not allow copying here.",
  optional: "optional",
  wallet: {
    connect: "Connect",
    connecting: "Connecting…",
    unavailable: "The wallet's code could not be loaded. Check the connection, then try again.",
    noNetwork: "The API does not answer, so it is not known which chain to connect to.",
    govern: "Connect an account to vote with its Voice, or to let another vote with it.",
    link: "Connect the account that the name is to belong to.",
    pay: "Connect an account to pay this work with it.",
    judge: "Connect the account that judges, to see what waits for it.",
    judgeLocal:
      "On this local network practice judges hold the seats and vote by themselves; with any other account you can look around.",
    submit: "Connect an account to register the work with it.",
    submitLocal:
      "On this local network a burner account will do: it is made in the browser and costs nothing.",
    challenge: "Connect an account to challenge the score with it.",
    reopen: "Connect an account to open the work again.",
    local: "On this local network a burner account will do.",
    withdraw: "Is this your account? Connect it to withdraw what it is owed.",
  },
  trouble,
};
