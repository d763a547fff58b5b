import {
  type ChallengeContent,
  challengeCall,
  hashReservation,
  model,
  releaseCall,
  reserveCall,
} from "@azora/sdk";
import type { Address } from "viem";
import type { Move, Stage } from "./stage.ts";

const m = model.protocol;

/** What challengers send: first a reservation, then the challenge. */
export const challengeMoves = {
  reserve({ state, deployment, addresses }: Stage, sender: Address, claim: ChallengeContent): Move {
    const hash = hashReservation(deployment, sender, claim);
    const value = m.depositRequired(state);
    return {
      name: "reserve",
      sender,
      value,
      to: "disputes",
      encode: () => reserveCall(addresses, hash, value).data,
      predict: (call) => m.reserve(state, call, hash),
    };
  },

  /** @param rest What the price is above the deposit. */
  challenge({ state, addresses }: Stage, sender: Address, claim: ChallengeContent, rest = 0n): Move {
    return {
      name: "challenge",
      sender,
      value: rest,
      to: "disputes",
      encode: () => challengeCall(addresses, claim, rest).data,
      predict: (call) => m.challenge(state, call, claim),
    };
  },

  release({ state, addresses }: Stage, sender: Address, claim: ChallengeContent): Move {
    return {
      name: "release",
      sender,
      to: "disputes",
      encode: () => releaseCall(addresses, claim).data,
      predict: (call) => m.release(state, call, claim),
    };
  },
};
