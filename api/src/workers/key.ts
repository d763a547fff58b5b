import { type Hex, isHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

const isKey = (text: string | undefined): text is Hex => isHex(text) && text.length === 66;

/** The account of a private key in the environment. What it is told is never repeated: it could be a key with a letter missing. */
export function keyFrom(variable: string, value: string | undefined): PrivateKeyAccount {
  if (isKey(value)) return privateKeyToAccount(value);
  throw new Error(
    value === undefined || value === ""
      ? `${variable} is missing: a private key of 32 bytes in hex.`
      : `${variable} must be a private key of 32 bytes in hex.`,
  );
}
