import type { AbiErrorName, SentencesFor } from "./abi.ts";
import { attributionRegistrySentences } from "./sentences/attributionRegistry.ts";
import { commonsSentences } from "./sentences/commons.ts";
import { disputesSentences, reservationsSentences } from "./sentences/disputes.ts";
import { genesisSentences } from "./sentences/genesis.ts";
import { governanceSentences } from "./sentences/governance.ts";
import { governorSentences } from "./sentences/governor.ts";
import { moneySentences } from "./sentences/money.ts";
import { openzeppelinSentences } from "./sentences/openzeppelin.ts";
import { proofOfValueSentences } from "./sentences/proofOfValue.ts";
import { validatorRegistrySentences } from "./sentences/validatorRegistry.ts";

/** What to tell people about each error of the contracts. */
export const sentences = {
  ...attributionRegistrySentences,
  ...disputesSentences,
  ...commonsSentences,
  ...genesisSentences,
  ...governanceSentences,
  ...governorSentences,
  ...moneySentences,
  ...openzeppelinSentences,
  ...proofOfValueSentences,
  ...reservationsSentences,
  ...validatorRegistrySentences,
} satisfies SentencesFor<AbiErrorName>;
