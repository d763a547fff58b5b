// In the page's first load, so by itself.

/** Under what the form is kept. Of a chain: what is cited on one does not exist on another. */
export const draftKey = (chainId: number): string => `azora.draft.${chainId}`;
