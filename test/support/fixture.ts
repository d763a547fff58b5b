import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { SnapshotRestorer } from "@nomicfoundation/hardhat-network-helpers/types";
import type { Parameters } from "../../deploy/parameters.ts";
import { deployProtocol, type Protocol, seatJudges } from "./protocol.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** The windows of the main network, so that no test depends on how long it takes itself. */
export function unhurried(parameters: Parameters): Parameters {
  const windows = {
    CommitWindow: 2 * DAY,
    RevealWindow: DAY,
    ChallengeWindow: 3 * DAY,
    SealDelay: DAY,
    LinkDelay: 7 * DAY,
    AttestorDelay: 30 * DAY,
  };
  const rules = { ...parameters.rules };
  for (const name of Object.keys(windows) as (keyof typeof windows)[]) {
    rules[name] = { ...rules[name], value: windows[name] };
  }
  const { votingDelay, votingPeriod, lateQuorumExtension } = parameters.governor;
  const governor = {
    ...parameters.governor,
    votingDelay: { ...votingDelay, value: 2 * DAY },
    votingPeriod: { ...votingPeriod, value: 7 * DAY },
    lateQuorumExtension: { ...lateQuorumExtension, value: 2 * DAY },
  };
  return { ...parameters, epochLength: 7 * DAY, timelockDelay: 2 * DAY, governor, rules };
}

/** With all 30 judges seated, and the windows of the main network. */
export async function seatedUnhurried(): Promise<Protocol> {
  const protocol = await deployProtocol(unhurried);
  await seatJudges(protocol);
  return protocol;
}

/** Nobody sits yet. */
export const unseatedUnhurried = (): Promise<Protocol> => deployProtocol(unhurried);

/** Without attestors and a guardian, whose appointments would be the first leaves: the ledger is empty. */
export const unattested = (): Promise<Protocol> =>
  deployProtocol((parameters) => ({ ...unhurried(parameters), attestors: [], guardian: null }));

/** Without a guardian, as governance may leave it. */
export const unguarded = (): Promise<Protocol> =>
  deployProtocol((parameters) => ({ ...unhurried(parameters), guardian: null }));

const kept = new Map<() => Promise<Protocol>, { protocol: Protocol; snapshot: SnapshotRestorer }>();

/** The protocol as `make` left it: deployed once for all suites, and put back by a snapshot from then on. */
export async function fresh(make: () => Promise<Protocol> = seatedUnhurried): Promise<Protocol> {
  const known = kept.get(make);
  if (known !== undefined) {
    await known.snapshot.restore();
    return known.protocol;
  }
  const protocol = await make();
  kept.set(make, { protocol, snapshot: await protocol.connection.networkHelpers.takeSnapshot() });
  return protocol;
}

/** Deploys anew from here on: the contracts themselves have changed, see scripts/mutation. */
export async function forget(): Promise<void> {
  const all = [...kept.values()];
  kept.clear();
  for (const { protocol } of all) await protocol.connection.close();
}

/** The next transaction is mined at this second. */
export async function nextAt({ connection }: Protocol, timestamp: bigint | number): Promise<void> {
  await connection.networkHelpers.time.setNextBlockTimestamp(timestamp);
}

export async function now({ connection }: Protocol): Promise<bigint> {
  return BigInt(await connection.networkHelpers.time.latest());
}

/** A signer for an address without a key, with ether to pay for its gas. */
export async function impersonate(protocol: Protocol, address: string): Promise<HardhatEthersSigner> {
  const { networkHelpers } = protocol.connection;
  await networkHelpers.impersonateAccount(address);
  await networkHelpers.setBalance(address, 10n ** 20n);
  return protocol.ethers.getSigner(address);
}
