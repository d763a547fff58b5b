import { type Address, isAddressEqual, zeroAddress } from "viem";
import type { Chronicle } from "../chronicle.ts";
import type { EventLog, Handlers } from "./handler.ts";
import { noteFreed } from "./reservations.ts";

export const moneyHandlers = {
  Transfer(chronicle, log) {
    const { from, to, value } = log.args;
    if (!isAddressEqual(log.address, chronicle.deployment.addresses.azoraToken)) return;
    const announced = takeExpected(chronicle, log);
    if (from === zeroAddress) {
      chronicle.minted += value;
      if (!announced)
        chronicle.problems.add("Supply", `${value} wei of AZR were minted without a settlement.`, log);
    } else {
      add(chronicle.azr, from, -value);
      checkHoldings(chronicle, log, announced);
    }
    if (to === zeroAddress)
      chronicle.problems.add("Supply", "AZR was burnt, which the token cannot do.", log);
    add(chronicle.azr, to, value);
    if ((chronicle.azr.get(from) ?? 0n) < 0n) {
      chronicle.problems.add("Supply", `${from} sent more AZR than it had.`, log);
    }
  },

  EtherCredited(chronicle, log) {
    const { account, amount } = log.args;
    const { etherOwed, deployment } = chronicle;
    const key = owedKey(log.address, account);
    etherOwed.set(key, (etherOwed.get(key) ?? 0n) + amount);
    if (isAddressEqual(log.address, deployment.addresses.validatorRegistry)) chronicle.uncredited -= amount;
    noteFreed(chronicle, log);
  },

  EtherWithdrawn(chronicle, log) {
    const { account, amount } = log.args;
    const key = owedKey(log.address, account);
    const owed = chronicle.etherOwed.get(key) ?? 0n;
    chronicle.problems.same("Ether", `The ETH withdrawn by ${account}`, amount, owed, log);
    chronicle.etherOwed.set(key, 0n);
  },
} satisfies Handlers<"Transfer" | "EtherCredited" | "EtherWithdrawn">;

const owedKey = (holder: Address, account: Address) => `${holder}/${account}`.toLowerCase();

/** Whether a settlement, a withdrawal, a reward, a grant or a stipend announced this transfer; they come in order. */
function takeExpected({ expectedTransfers }: Chronicle, { args }: EventLog<"Transfer">): boolean {
  const [next] = expectedTransfers;
  const matches = next?.from === args.from && next.to === args.to && next.value === args.value;
  if (matches) expectedTransfers.shift();
  return matches;
}

/** AZR leaves the reward ledger and the fund by announced ways only; what comes to the ledger by itself is a donation. */
function checkHoldings(chronicle: Chronicle, log: EventLog<"Transfer">, announced: boolean): void {
  const { citadelFund, rewardLedger } = chronicle.deployment.addresses;
  const { from, to, value } = log.args;
  if (from === rewardLedger && !announced) {
    chronicle.problems.add(
      "Withdrawal",
      `${value} wei of AZR left the reward ledger without a withdrawal.`,
      log,
    );
  }
  if (from === citadelFund && !announced) {
    chronicle.problems.add(
      "Citadel",
      `${value} wei of AZR left the CitadelFund without a grant or a stipend.`,
      log,
    );
  }
  if (to === rewardLedger) chronicle.donated += value;
}

function add(amounts: Map<Address, bigint>, account: Address, amount: bigint): void {
  amounts.set(account, (amounts.get(account) ?? 0n) + amount);
}
