import type { Address, Hex } from "viem";
import type { ContractName } from "../addresses.ts";
import type { Rule } from "../generated/enums.ts";

/** What a repository builds for one place. */
export interface ExpectedContract {
  /** The artifact's name. */
  readonly name: string;
  /** Creation code with its encoded arguments. */
  readonly initCode: Hex;
  /** What stands on the chain afterwards, with zeros where immutables go. */
  readonly runtimeCode: Hex;
  /** Where these zeros are, in bytes. */
  readonly immutables: readonly { readonly start: number; readonly length: number }[];
}

/** A rule in its units. */
export interface ExpectedRule {
  readonly value: bigint;
  readonly min: bigint;
  readonly max: bigint;
}

/** A deployment as the repository and its parameters say that it must be. */
export interface ExpectedDeployment {
  readonly chainId: number;
  /** Genesis without its argument, which is whoever deploys. */
  readonly genesis: ExpectedContract;
  readonly contracts: Readonly<Record<ContractName, ExpectedContract>>;
  /** Who may propose to the timelock beside the governor. */
  readonly timelockProposers: readonly Address[];
  /** In seconds. */
  readonly timelockDelay: bigint;
  readonly seats: readonly Address[];
  readonly attestors: readonly Address[];
  readonly articles: Hex;
  /** The first guardian; the zero address for nobody. */
  readonly guardian: Address;
  readonly rules: Readonly<Record<keyof typeof Rule, ExpectedRule>>;
}
