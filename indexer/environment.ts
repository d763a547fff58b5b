/** By how many names Ponder knows the node. */
export function rpcNames(said = "8"): number {
  const names = Number(said);
  if (!Number.isInteger(names) || names < 1) throw new Error("AZORA_RPC_NAMES: say how many names, from 1.");
  return names;
}

/**
 * From which block on each has a row; earlier ones are known by their events, and need not be asked for one by one. Ponder's
 * own "latest" would be another block after each start, and leave out those that came in between.
 */
export function headFrom(said: string | undefined, deployed: number): number {
  const number = said === undefined ? deployed : /^\d+$/.test(said) ? Number(said) : Number.NaN;
  if (!Number.isSafeInteger(number) || number < deployed)
    throw new Error(`AZORA_HEAD_FROM: say the number of a block, from ${deployed}, that of the contracts.`);
  return number;
}
