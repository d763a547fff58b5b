import type { Schemas } from "@azora/sdk/api";

export type Account = Schemas["Account"];
export type Amendment = Schemas["Amendment"];
export type Ballot = Schemas["Ballot"];
export type Block = Schemas["Block"];
export type Bucket = Schemas["Bucket"];
export type Citation = Schemas["Citation"];
export type Commons = Schemas["Commons"];
export type Constitution = Schemas["Constitution"];
export type Contribution = Schemas["Contribution"];
export type ContributionDetail = Schemas["ContributionDetail"];
export type Critique = Schemas["Critique"];
export type Epoch = Schemas["Epoch"];
export type Flow = Schemas["Flow"];
/** Both blocks may be unknown, which the generator does not see. */
export type Fresh = Pick<Schemas["Fresh"], "status" | "detail"> & {
  readonly [block in "indexed" | "chain"]: Block | null;
};
export type Grant = Schemas["Grant"];
export type Identity = Schemas["Identity"];
export type LeafKind = Schemas["LeafKind"];
export type Network = Schemas["Network"];
export type Payment = Schemas["Payment"];
export type PayoutStep = Schemas["PayoutStep"];
export type Person = Schemas["Person"];
export type Phase = Schemas["Phase"];
export type Proposal = Schemas["Proposal"];
export type ProposalDetail = Schemas["ProposalDetail"];
export type Protocol = Schemas["Protocol"];
export type Ready = Schemas["Ready"];
export type Received = Schemas["Received"];
export type Record = Schemas["Record"];
export type Round = Schemas["Round"];
export type Rule = Schemas["Rule"];
export type Settlement = NonNullable<Schemas["Settlement"]>;
export type Share = Schemas["Share"];
export type Stipend = Schemas["Stipend"];
export type Withdrawal = Schemas["Withdrawal"];
