import { accounts } from "./en/accounts.ts";
import { challenge } from "./en/challenge.ts";
import { client } from "./en/client.ts";
import { common } from "./en/common.ts";
import { commons } from "./en/commons.ts";
import { compare } from "./en/compare.ts";
import { constitution } from "./en/constitution.ts";
import { contribution } from "./en/contribution.ts";
import { contributions } from "./en/contributions.ts";
import { critiques } from "./en/critiques.ts";
import { developers } from "./en/developers.ts";
import { epochs } from "./en/epochs.ts";
import { governance } from "./en/governance.ts";
import { graph } from "./en/graph.ts";
import { home } from "./en/home.ts";
import { identities } from "./en/identities.ts";
import { judge } from "./en/judge.ts";
import { language } from "./en/language.ts";
import { ledger } from "./en/ledger.ts";
import { link } from "./en/link.ts";
import { pay } from "./en/pay.ts";
import { payments } from "./en/payments.ts";
import { people } from "./en/people.ts";
import { phases } from "./en/phases.ts";
import { propose } from "./en/propose.ts";
import { rubric } from "./en/rubric.ts";
import { rules } from "./en/rules.ts";
import { shell } from "./en/shell.ts";
import { status } from "./en/status.ts";
import { submit } from "./en/submit.ts";
import { timeline } from "./en/timeline.ts";
import { tokens } from "./en/tokens.ts";
import { transactions } from "./en/transactions.ts";
import { wallet } from "./en/wallet.ts";
import { withdraw } from "./en/withdraw.ts";

export const en = {
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
