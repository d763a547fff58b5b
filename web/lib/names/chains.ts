/** The chains that have ENS: its own, and those on which it is tried out. By id alone, for this is in every first load. */
const ENS_CHAINS: readonly number[] = [1, 11_155_111, 17_000];

/** Whether accounts may have names of ENS here. A local chain never has, whatever stands on it. */
export const hasEns = (chainId: number | undefined): boolean =>
  chainId !== undefined && ENS_CHAINS.includes(chainId);
