import { microAzrToWei } from "@azora/sdk";
import type { Parameters } from "../parameters.ts";
import type { Deployable } from "./place.ts";

export function azoraGovernor({ governor }: Parameters): Deployable {
  const { votingDelay, votingPeriod, lateQuorumExtension, quorumPpm } = governor;
  const voice = ({ value }: { value: number }) => microAzrToWei(BigInt(value));
  const start = {
    votingDelay: votingDelay.value,
    votingPeriod: votingPeriod.value,
    lateQuorumExtension: lateQuorumExtension.value,
    quorumPpm: quorumPpm.value,
    proposalThreshold: voice(governor.proposalThreshold),
    quorumFloor: voice(governor.quorumFloor),
  };
  return { name: "AzoraGovernor", args: [start] };
}
