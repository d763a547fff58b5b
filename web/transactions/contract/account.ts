import type { Address, PublicClient } from "viem";

/** What stands before the address that an account with a key lends its code from (EIP-7702). */
const DELEGATION = "0xef0100";

/** Whether an account has no key of its own but a contract behind it, as a Safe has: it may act much later than it is asked. */
export async function isContract(client: Pick<PublicClient, "getCode">, account: Address): Promise<boolean> {
  const code = await client.getCode({ address: account }).catch(() => undefined);
  return code !== undefined && !code.startsWith(DELEGATION);
}
