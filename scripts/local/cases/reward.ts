import {
  approveCall,
  connectWallet,
  flowTokenCall,
  type Node,
  requireSuccess,
  rewardCall,
  rewardLedgerAbi,
  withdrawTokenCall,
} from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { type Address, erc20Abi, getContractAddress, type Hex, isHex, parseEther } from "viem";
import { initCode } from "../../../deploy/initCode.ts";
import { LocalFailure } from "../failure.ts";
import { persist } from "../persist.ts";
import type { Session } from "../session.ts";
import { sendAs } from "./send.ts";

const PAYER = 44;
const SUPPLY = parseEther("1000");
const AMOUNT = parseEther("100");

export interface Rewarded {
  token: Address;
  /** In the token's smallest units: what was paid, what of it went to the commons, and what people withdrew. */
  amount: bigint;
  citadel: bigint;
  withdrawn: bigint;
}

/**
 * Somebody pays an accepted work in a token of their own: nine tenths to its people by the same attribution, of which a part
 * flows on to what it stands on. Its author withdraws. The token is a test token, deployed here.
 * @param authorIndex The practice person who is the work's author.
 */
export async function rewardInToken(
  session: Session,
  work: Node,
  authorIndex: number,
  signal: AbortSignal,
): Promise<Rewarded> {
  const { client, network, follower } = session;
  const { addresses } = network.deployment;
  const payer = practicePerson(PAYER);
  const found = (await follower.refresh()).works.get(work);
  if (found === undefined) throw new LocalFailure(`The work ${work} that was to be rewarded is gone.`);
  const token = await persist(() => deployToken(session), signal);
  const ofToken = { address: token, abi: erc20Abi } as const;

  const owedTo = (account: Address) =>
    client
      .readContract({
        address: addresses.rewardLedger,
        abi: rewardLedgerAbi,
        functionName: "creditOf",
        args: [token, account],
      })
      .then(([owed]) => owed);
  const balanceOf = (account: Address) =>
    client.readContract({ ...ofToken, functionName: "balanceOf", args: [account] });

  await persist(async () => {
    if ((await balanceOf(payer.address)) < SUPPLY) return;
    await sendAs(session, payer, approveCall(addresses, token, AMOUNT));
    await sendAs(session, payer, rewardCall(addresses, token, work, AMOUNT, found.attribution));
  }, signal);
  // No keeper moves other tokens than AZR: it would pay for the flow of worthless ones. So the payer does.
  for (const { node } of found.attribution.upstream)
    await persist(() => flowOn(session, token, node), signal);
  const author = practicePerson(authorIndex);
  await persist(async () => {
    if ((await owedTo(author.address)) === 0n) return;
    await sendAs(session, author, withdrawTokenCall(addresses, token, author.address));
  }, signal);
  return {
    token,
    amount: AMOUNT,
    citadel: await balanceOf(addresses.citadelFund),
    withdrawn: await balanceOf(author.address),
  };
}

/** The payer's first transaction, so that its address is known before, and a second attempt finds it. */
async function deployToken({ client, network }: Session): Promise<Address> {
  const payer = practicePerson(PAYER);
  const token = getContractAddress({ from: payer.address, nonce: 0n });
  if ((await client.getCode({ address: token })) !== undefined) return token;
  const data = initCode("PlainToken", [payer.address, SUPPLY], "contracts/mocks");
  if (!isHex(data)) throw new LocalFailure("The test token's code is not what the compiler writes.");
  const hash = await connectWallet(network, payer).sendTransaction({ data });
  await requireSuccess(client, hash);
  return token;
}

/** Moves what waits for a node in a token one hop, if anything does. */
async function flowOn(session: Session, token: Address, node: Hex): Promise<void> {
  const { client, network, follower } = session;
  const { addresses } = network.deployment;
  const args = [token, node] as const;
  const ledger = { address: addresses.rewardLedger, abi: rewardLedgerAbi } as const;
  const [amount] = await client.readContract({ ...ledger, functionName: "poolOf", args });
  const attribution = (await follower.refresh()).works.get(node)?.attribution;
  if (amount > 0n && attribution !== undefined)
    await sendAs(session, practicePerson(PAYER), flowTokenCall(addresses, token, node, attribution));
}
