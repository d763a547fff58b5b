/** What an account's owner can take out, on its page. */
export const withdraw = {
  title: "Withdraw",
  yours: "This is your account.",
  nothing: "Nothing to withdraw now. What works that credit you bring in appears here.",
  azr: "AZR earned",
  ether: "ETH of returned bonds",
  action: (unit: string) => `Withdraw ${unit}`,
  to: "Pay it to",
  toHint: "Empty: this account itself. Check another address twice: a payment cannot be taken back.",
  toOther: "To another address",
  badAddress: "This is not an address, or a letter of it is wrong.",
  zero: "The zero address is nobody: what is paid there is gone.",
  pools: {
    title: "Pools of your identities",
    text: "What came to your linked names waits there until somebody brings it in.",
    action: "Bring it in",
  },
};
