import { type Address, getAddress } from "viem";
import { voiceAbi } from "../../../generated/abis.ts";
import { Phase } from "../../../generated/enums.ts";
import { accountNode } from "../../../node.ts";
import { formatAzr, formatEth, formatVoice } from "../../../units.ts";
import type { View } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import type { Output } from "../../output.ts";
import { table } from "../../table.ts";
import { readEtherOwed } from "../withdraw/ether.ts";

/** What an account has earned, can withdraw, made, registered and judges. */
export async function accountStatus(
  output: Output,
  chain: OpenChain,
  view: View,
  account: Address,
): Promise<void> {
  const [ether, owing, voice] = await Promise.all([
    chain.client.getBalance({ address: account }),
    readEtherOwed(chain, account),
    readVoice(chain, account),
  ]);
  const etherCredit = owing.reduce((sum, { amount }) => sum + amount, 0n);
  const node = accountNode(account);
  const works = [...view.works.values()];
  const { owed, earned } = view.credits.get(account) ?? { owed: 0n, earned: 0n };
  const withdrawn = view.withdrawn.get(account) ?? 0n;
  const made = works.filter(({ attribution }) =>
    attribution.contributors.some((share) => share.node === node),
  ).length;
  const registered = works.filter(({ registrant }) => getAddress(registrant) === account).length;
  const linked = [...view.links].filter(([, link]) => link.account === account).map(([identity]) => identity);
  const panels = works.filter(
    ({ phase, round }) => phase === Phase.Voting && round.panel.includes(account),
  ).length;
  output.result(
    { account, owed, earned, withdrawn, ether, etherCredit, made, registered, linked, panels, voice },
    table([
      ["account", account],
      ["to withdraw", formatAzr(owed)],
      ["earned", formatAzr(earned)],
      ["withdrawn", formatAzr(withdrawn)],
      ["ether", `${formatEth(ether)}, and ${formatEth(etherCredit)} to withdraw`],
      ["voice", voiceText(account, voice)],
      ["works", `${made} made under this account, ${registered} registered`],
      ["identities", linked.length === 0 ? "none linked" : linked.join(", ")],
      ["judging", `${panels} works now`],
    ]),
  );
}

/** Units are what it has earned, votes what it can vote with: its own unless delegated, and what others delegated to it. */
async function readVoice({ client, network }: OpenChain, account: Address) {
  const read = { address: network.deployment.addresses.voice, abi: voiceAbi, args: [account] } as const;
  const [units, votes, delegate] = await Promise.all([
    client.readContract({ ...read, functionName: "unitsOf" }),
    client.readContract({ ...read, functionName: "getVotes" }),
    client.readContract({ ...read, functionName: "delegates" }),
  ]);
  return { units, votes, delegate };
}

function voiceText(
  account: Address,
  { units, votes, delegate }: Awaited<ReturnType<typeof readVoice>>,
): string {
  const lent = delegate === account ? "" : `; its own ${formatVoice(units)} are with ${delegate}`;
  return `votes with ${formatVoice(votes)}${lent}`;
}
