import { expect } from "chai";
import {
  type Address,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  parseEventLogs,
  zeroAddress,
} from "viem";
import { createDeployment } from "../addresses.ts";
import { azoraTokenAbi, citadelFundAbi, disputesAbi } from "../generated/abis.ts";
import { apply, emptyView } from "./apply.ts";
import { voteKey } from "./fund.ts";
import { ViewGapError } from "./gap.ts";
import { type ProtocolLog, protocolEvents } from "./logs.ts";

const { addresses } = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const { azoraToken, citadelFund, disputes, validatorRegistry } = addresses;
const judge = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const token = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const work: Hex = `0x01${"ab".repeat(31)}`;

/** A log as a node gives it, with the emitter in lower case. */
function parsed(address: Address, topics: readonly (Hex | Hex[] | null)[], data: Hex): ProtocolLog {
  const [log] = parseEventLogs({
    abi: protocolEvents,
    strict: true,
    logs: [
      {
        address: address.toLowerCase() as Address,
        topics: topics.flatMap((topic) => topic ?? []) as [Hex, ...Hex[]],
        data,
        ...{ blockHash: work, blockNumber: 1n, logIndex: 0, transactionHash: work, transactionIndex: 0 },
        removed: false,
      },
    ],
  });
  if (log === undefined) throw new Error("The log is none of the protocol's.");
  return log;
}

const amount = (value: bigint): Hex => encodeAbiParameters([{ type: "uint256" }], [value]);

const transfer = (from: Address, to: Address, value: bigint) =>
  parsed(
    azoraToken,
    encodeEventTopics({ abi: azoraTokenAbi, eventName: "Transfer", args: { from, to } }),
    amount(value),
  );

const opened = (asset: Address, epoch: number, balance: bigint) =>
  parsed(
    citadelFund,
    encodeEventTopics({ abi: citadelFundAbi, eventName: "EpochOpened", args: { token: asset, epoch } }),
    amount(balance),
  );

const granted = (asset: Address, value: bigint) =>
  parsed(
    citadelFund,
    encodeEventTopics({
      abi: citadelFundAbi,
      eventName: "Granted",
      args: { token: asset, to: judge, epoch: 0 },
    }),
    encodeAbiParameters([{ type: "uint256" }, { type: "bytes32" }], [value, work]),
  );

const stipend = (round: number, value: bigint) =>
  parsed(
    citadelFund,
    encodeEventTopics({
      abi: citadelFundAbi,
      eventName: "StipendPaid",
      args: { contribution: work, validator: judge, epoch: 0 },
    }),
    encodeAbiParameters([{ type: "uint16" }, { type: "uint256" }], [round, value]),
  );

const ether = (contract: Address, eventName: "EtherCredited" | "EtherWithdrawn", value: bigint) =>
  eventName === "EtherCredited"
    ? parsed(
        contract,
        encodeEventTopics({ abi: disputesAbi, eventName, args: { account: citadelFund } }),
        amount(value),
      )
    : parsed(
        contract,
        encodeEventTopics({ abi: disputesAbi, eventName, args: { account: citadelFund, to: citadelFund } }),
        amount(value),
      );

/** The fund as some events tell it. */
function fundAfter(...logs: ProtocolLog[]) {
  const view = emptyView();
  for (const log of logs) apply(view, log, addresses);
  return view.fund;
}

describe("the fund in the view", () => {
  it("holds what came in less what went out", () => {
    const { azr } = fundAfter(
      transfer(zeroAddress, citadelFund, 10n),
      transfer(zeroAddress, judge, 5n),
      transfer(citadelFund, judge, 3n),
    );
    expect(azr).to.equal(7n);
  });

  it("books grants and stipends in the epoch that was opened last, for AZR and ETH alone", () => {
    const { books, stipends, claimed } = fundAfter(
      opened(azoraToken, 3, 100n),
      opened(zeroAddress, 4, 50n),
      opened(token, 4, 9n),
      granted(azoraToken, 7n),
      granted(zeroAddress, 6n),
      granted(token, 5n),
      stipend(2, 4n),
    );
    expect(books).to.deep.equal(
      new Map([
        ["AZR", { epoch: 3, opening: 100n, granted: 7n, stipends: 4n }],
        ["ETH", { epoch: 4, opening: 50n, granted: 6n, stipends: 0n }],
      ]),
    );
    expect([stipends, [...claimed]]).to.deep.equal([4n, [voteKey(work, 2, judge)]]);
  });

  it("begins a new book with each epoch, and remembers what was claimed", () => {
    const { books, stipends, claimed } = fundAfter(
      opened(azoraToken, 3, 100n),
      stipend(2, 4n),
      opened(azoraToken, 4, 96n),
      stipend(3, 5n),
    );
    expect(books.get("AZR")).to.deep.equal({ epoch: 4, opening: 96n, granted: 0n, stipends: 5n });
    expect([stipends, claimed.size]).to.deep.equal([9n, 2]);
  });

  it("is owed ETH by each contract for itself", () => {
    const { owed } = fundAfter(
      ether(disputes, "EtherCredited", 5n),
      ether(validatorRegistry, "EtherCredited", 4n),
      ether(disputes, "EtherCredited", 3n),
      ether(validatorRegistry, "EtherWithdrawn", 4n),
    );
    expect([...owed]).to.deep.equal([
      [disputes, 8n],
      [validatorRegistry, 0n],
    ]);
  });

  it("cannot have spent in an epoch that was never opened", () => {
    expect(() => fundAfter(stipend(2, 4n))).to.throw(ViewGapError, /never opened/);
  });
});
