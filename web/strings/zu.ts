import type { Strings } from "./dictionary.ts";
import { accounts } from "./zu/accounts.ts";
import { challenge } from "./zu/challenge.ts";
import { client } from "./zu/client.ts";
import { common } from "./zu/common.ts";
import { commons } from "./zu/commons.ts";
import { compare } from "./zu/compare.ts";
import { constitution } from "./zu/constitution.ts";
import { contribution } from "./zu/contribution.ts";
import { contributions } from "./zu/contributions.ts";
import { critiques } from "./zu/critiques.ts";
import { developers } from "./zu/developers.ts";
import { epochs } from "./zu/epochs.ts";
import { governance } from "./zu/governance.ts";
import { graph } from "./zu/graph.ts";
import { home } from "./zu/home.ts";
import { identities } from "./zu/identities.ts";
import { judge } from "./zu/judge.ts";
import { language } from "./zu/language.ts";
import { ledger } from "./zu/ledger.ts";
import { link } from "./zu/link.ts";
import { pay } from "./zu/pay.ts";
import { payments } from "./zu/payments.ts";
import { people } from "./zu/people.ts";
import { phases } from "./zu/phases.ts";
import { propose } from "./zu/propose.ts";
import { rubric } from "./zu/rubric.ts";
import { rules } from "./zu/rules.ts";
import { shell } from "./zu/shell.ts";
import { status } from "./zu/status.ts";
import { submit } from "./zu/submit.ts";
import { timeline } from "./zu/timeline.ts";
import { tokens } from "./zu/tokens.ts";
import { transactions } from "./zu/transactions.ts";
import { wallet } from "./zu/wallet.ts";
import { withdraw } from "./zu/withdraw.ts";

export const zu: Strings = {
  accounts,
  challenge,
  client,
  common,
  commons,
  constitution,
  compare,
  contribution,
  contributions,
  critiques,
  developers,
  epochs,
  governance,
  graph,
  home,
  identities,
  judge,
  language,
  ledger,
  link,
  pay,
  payments,
  people,
  phases,
  propose,
  rubric,
  rules,
  shell,
  status,
  submit,
  timeline,
  tokens,
  transactions,
  wallet,
  withdraw,
};
