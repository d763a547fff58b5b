/** What AccountMenu loads when somebody connects: everything that stands on wagmi and viem. */

export { Following } from "#transactions/sent/Following.tsx";
export { AccountButton } from "./account/AccountButton.tsx";
export { Stack } from "./stack/Stack.tsx";
