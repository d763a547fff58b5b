import { phaseNames } from "../../generated/enums.ts";
import { graphqlTypes } from "../../generated/graphql.ts";
import { by, Fact } from "../facts.ts";

export type TypeName = keyof typeof graphqlTypes;

type Fields = Readonly<Record<string, unknown>>;

/** What is asked of a work where only the citation of it is meant: the rest would have no end. */
const CITED = ["id", "number", "title", "phase"];
const CUT: Readonly<Record<string, string>> = { "Citation.contribution": `{ ${CITED.join(" ")} }` };
/** As many as REST has. */
const ARGUMENTS: Readonly<Record<string, string>> = { "Contribution.citedBy": "(first: 100)" };

const isType = (name: string): name is TypeName => Object.hasOwn(graphqlTypes, name);

/** All fields of a type, and of those in it; or those alone that have none in them. */
export function select(type: TypeName, isFlat: boolean): string {
  const fields = Object.entries<string>(graphqlTypes[type]).flatMap(([field, of]) => {
    if (!isType(of)) return [field];
    if (isFlat) return [];
    const place = `${type}.${field}`;
    return [`${field}${ARGUMENTS[place] ?? ""} ${CUT[place] ?? select(of, false)}`];
  });
  return `{ ${fields.join(" ")} }`;
}

const factOf = (of: Fields, field: string): Fact => {
  const fact = of[field];
  if (fact instanceof Fact) return fact;
  throw new TypeError(`There is no fact of ${field}.`);
};

/** The id of what has no name in the protocol. */
const idOf =
  (type: string, ...keys: string[]) =>
  (of: Fields) =>
    by("its key", [type, ...keys.map((key) => factOf(of, key).value)].join(":"));

/** What GraphQL has in another form than REST. */
const OTHERWISE: Readonly<Record<string, (of: Fields) => unknown>> = {
  "Account.id": (of) =>
    by("its address", `0x${"0".repeat(24)}${String(factOf(of, "address").value).slice(2).toLowerCase()}`),
  "Identity.id": (of) => factOf(of, "node"),
  "Epoch.id": idOf("Epoch", "number"),
  "Judge.id": (of) => by("its address", `Judge:${String(factOf(of, "account").value).toLowerCase()}`),
  "Person.id": idOf("Person", "node"),
  "Record.id": idOf("Record", "index"),
  "PayoutStep.id": idOf("PayoutStep", "flow", "position"),
  "Bucket.id": (of) => {
    const [start, end] = [factOf(of, "start").value, factOf(of, "end").value];
    return by("its key", `Bucket:${Number(end) - Number(start)}:${start}`);
  },
  "Citation.contribution": (of) => Object.fromEntries(CITED.map((field) => [field, of[field]])),
  "ProposalDetail.proposal": (of) => project("Proposal", of, false),
  "Protocol.phases": ({ phases }) =>
    phaseNames.map((phase) => {
      const works = factOf(Object(phases), phase);
      return by(works.proof, { phase, works });
    }),
};

/** The facts of an answer of REST in the form of GraphQL. */
export function project(type: TypeName, of: unknown, isFlat: boolean): unknown {
  if (of instanceof Fact) return of;
  if (Array.isArray(of)) return of.map((each) => project(type, each, isFlat));
  const facts: Fields = Object(of);
  return Object.fromEntries(
    Object.entries<string>(graphqlTypes[type]).flatMap(([field, inner]) => {
      if (isType(inner) && isFlat) return [];
      const otherwise = OTHERWISE[`${type}.${field}`];
      const value = otherwise === undefined ? facts[field] : otherwise(facts);
      if (value === undefined) throw new TypeError(`There is no fact of ${type}.${field}.`);
      const isDone = otherwise !== undefined || !isType(inner);
      return [[field, isDone ? value : project(inner, value, isFlat)]];
    }),
  );
}
