import { expect } from "chai";
import { encodeAbiParameters, encodeEventTopics, type Hex, parseEventLogs } from "viem";
import { createDeployment } from "../addresses.ts";
import { disputesAbi } from "../generated/abis.ts";
import { apply, emptyView } from "./apply.ts";
import { reservationKey } from "./disputes.ts";
import { type ProtocolLog, protocolEvents } from "./logs.ts";

const { addresses } = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const challenger = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const hash: Hex = `0x${"cd".repeat(32)}`;
const contribution: Hex = `0x01${"ab".repeat(31)}`;
const key = reservationKey(challenger, hash);

type EventName = "Reserved" | "Redeemed" | "Released" | "Forfeited";

/** An event of the reservation, whose deposit is 5 wei, in block 7. */
function event(eventName: EventName): ProtocolLog {
  const args = { challenger, hash, contribution } as const;
  const topics = encodeEventTopics({ abi: disputesAbi, eventName, args });
  const place = { blockHash: hash, blockNumber: 7n, logIndex: 0, transactionHash: hash, transactionIndex: 0 };
  const data = encodeAbiParameters([{ type: "uint256" }], [5n]);
  const logs = [
    { address: addresses.disputes, topics: topics as [Hex, ...Hex[]], data, ...place, removed: false },
  ];
  const [log] = parseEventLogs({ abi: protocolEvents, strict: true, logs });
  if (log === undefined) throw new Error("The log is none of the protocol's.");
  return log;
}

function viewAfter(...names: readonly EventName[]) {
  const view = emptyView();
  for (const name of names) apply(view, event(name), addresses);
  return view;
}

describe("the view of reservations", () => {
  it("has one until it is used, given back or lost", () => {
    expect(viewAfter("Reserved").reservations.get(key)).to.deep.equal({
      challenger,
      hash,
      deposit: 5n,
      block: 7n,
    });
    for (const end of ["Redeemed", "Released", "Forfeited"] as const)
      expect(viewAfter("Reserved", end).reservations, end).to.be.empty;
  });

  it("remembers those that were lost, and no others", () => {
    expect([...viewAfter("Reserved", "Forfeited").forfeited]).to.deep.equal([key]);
    for (const end of ["Redeemed", "Released"] as const)
      expect(viewAfter("Reserved", end).forfeited, end).to.be.empty;
  });
});
