import { type HDAccount, mnemonicToAccount } from "viem/accounts";

/**
 * Accounts of the local chain, from the public test mnemonic: everybody has these keys, so they are worth nothing and must
 * never be used elsewhere. `deploy/parameters/local.json` names the judges and the attestor; a test compares them.
 */
export const PRACTICE_MNEMONIC = "test test test test test test test test test test test junk";

export const PRACTICE_SEATS = 30;
const FIRST_JUDGE = 100;

const at = (addressIndex: number): HDAccount => mnemonicToAccount(PRACTICE_MNEMONIC, { addressIndex });

/** Sends the deployment; holds no role afterwards. */
export const practiceDeployer = (): HDAccount => at(0);
/** Pokes due transitions. */
export const practiceKeeper = (): HDAccount => at(1);
/** Registers imported histories. */
export const practiceRegistrant = (): HDAccount => at(2);
/** Proposes to the timelock. */
export const practiceProposer = (): HDAccount => at(3);
/** Signs identity links. */
export const practiceAttestor = (): HDAccount => at(4);

/** May stop new registrations for a while. */
export const practiceGuardian = (): HDAccount => at(5);

/** The judges of the genesis seats, in the order of their derivation. */
export const practiceJudges = (): HDAccount[] =>
  Array.from({ length: PRACTICE_SEATS }, (_, index) => at(FIRST_JUDGE + index));

const FIRST_PERSON = 50;
const PEOPLE = 50;

/** Accounts that nobody else uses here, to which identities of an imported history can be linked. */
export function practicePerson(index: number): HDAccount {
  if (index < 0 || index >= PEOPLE)
    throw new RangeError(`There are ${PEOPLE} practice people, none with number ${index}.`);
  return at(FIRST_PERSON + index);
}
