/** Tokens other than AZR. What they say of themselves is theirs, and nobody vouches for it. */
export const tokens = {
  token: "Token",
  copy: "Copy the token's address",
  units: "of its smallest units",
  exact: (exact: string, units: string) => `${exact} = ${units} of its smallest units`,
};
