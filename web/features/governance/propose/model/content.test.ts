import {
  amendCall,
  createDeployment,
  grantCall,
  hashRationale,
  proposalOf,
  Rule,
  readDeed,
  setGuardianCall,
} from "@azora/sdk";
import { expect } from "chai";
import { zeroAddress } from "viem";
import { inWords } from "#features/governance/words.ts";
import { en } from "#strings/en.ts";
import { checkDraft, contentOf, isFaultless } from "./content.ts";
import { type Action, type Draft, EMPTY_DRAFT, loadDraft, newAction, saveDraft } from "./draft.ts";
import { type RuleState, readRule, unitOf, writeRule } from "./rules.ts";

const deployment = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const { addresses } = deployment;
const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const rules: RuleState[] = [
  { name: "ReviewStipend", unit: "micro-AZR", value: "2000000", min: "0", max: "50000000" },
];
const t = en.propose.problem;

const draftOf = (...actions: Partial<Action>[]): Draft => ({
  title: " Pay judges better ",
  why: "Judging takes time.\n\nAnd care.\n",
  actions: actions.map((action, place) => ({ ...newAction(place + 1), ...action })),
});
const problemOf = (action: Partial<Action>) =>
  checkDraft(draftOf(action), deployment, rules, en).actions.get(1);

describe("a proposal that is written in the browser", () => {
  it("is what the sdk's calls say, under its title and its reason", () => {
    const reason = hashRationale("Judging takes time.\n\nAnd care.");
    const draft = draftOf(
      { kind: "amend", value: "2.5" },
      { kind: "grant", amount: "12.5", account: account.toLowerCase() },
      { kind: "guardian", isDismissal: true },
    );
    expect(isFaultless(checkDraft(draft, deployment, rules, en))).to.equal(true);
    expect(contentOf(draft, addresses)).to.deep.equal(
      proposalOf(
        [
          amendCall(addresses, Rule.ReviewStipend, 2_500_000, reason),
          grantCall(addresses, addresses.azoraToken, account, 12_500_000_000_000_000_000n, reason),
          setGuardianCall(addresses, zeroAddress),
        ],
        "Pay judges better\n\nJudging takes time.\n\nAnd care.",
      ),
    );
  });

  it("is said in words before it is sent, each kind of action", () => {
    const draft = draftOf(
      { kind: "amend", value: "2.5" },
      { kind: "grant", amount: "1", account, token: "ETH" },
      { kind: "critic", account },
      { kind: "attestor", account, isDismissal: true },
      { kind: "guardian", account },
      { kind: "judge", account },
      { kind: "articles", articles: `0x${"ab".repeat(32)}` },
    );
    const places = [
      ...["constitution", "citadelFund", "constitution", "attributionRegistry"],
      ...["constitution", "validatorRegistry", "constitution"],
    ] as const;
    const words = contentOf(draft, addresses)?.calldatas.map((data, place) => {
      const [deed, at] = [readDeed(data), places[place]];
      return deed && at && inWords(at, deed, addresses, en);
    });
    expect(words).to.deep.equal([
      "Sets the rule ReviewStipend to 2.5 AZR",
      "Grants 1 ETH from the commons to 0xf39F…2266",
      "Appoints 0xf39F…2266 a critic",
      "Dismisses the attestor 0xf39F…2266",
      "Puts 0xf39F…2266 in office as guardian, for a year",
      "Removes the judge 0xf39F…2266 from its seat",
      "Puts the text with the SHA-256 0xabab…abab in the place of the articles",
    ]);
  });

  it("keeps a rule within its bounds, and changes it", () => {
    expect(problemOf({ value: "50" })).to.equal(undefined);
    expect(problemOf({ value: "50.000001" })).to.deep.equal({ value: t.bounds("0 AZR", "50 AZR") });
    expect(problemOf({ value: "2" })).to.deep.equal({ value: t.unchanged });
    for (const value of ["", "-1", "1e3", "1.0000001", "two"])
      expect(problemOf({ value })).to.deep.equal({ value: t.number });
  });

  it("grants something, and to somebody who is not of the protocol", () => {
    expect(problemOf({ kind: "grant", amount: "0", account })).to.deep.equal({ amount: t.amount });
    expect(problemOf({ kind: "grant", amount: "1", account: zeroAddress })).to.deep.equal({
      account: t.nobody,
    });
    expect(problemOf({ kind: "grant", amount: "1", account: addresses.voice })).to.deep.equal({
      account: t.protocol,
    });
    expect(problemOf({ kind: "critic", account: "0x12" })).to.deep.equal({ account: t.address });
  });

  it("has a title and a reason", () => {
    const { title, why } = checkDraft(
      { ...draftOf({ value: "3" }), title: " ", why: "" },
      deployment,
      rules,
      en,
    );
    expect([title, why]).to.deep.equal([t.noTitle, t.noWhy]);
  });

  it("takes rules in the unit in which they are said", () => {
    expect([unitOf("MaxUpstream"), readRule("MaxUpstream", "30")]).to.deep.equal(["%", 300_000n]);
    expect([unitOf("SeatBond"), readRule("SeatBond", "0.5")]).to.deep.equal(["ETH", 500_000_000n]);
    expect(readRule("PanelLimit", "7.5")).to.equal(undefined);
    expect(writeRule("MaxUpstream", 300_000n)).to.equal("30");
  });

  it("is kept in the browser, and forgotten when it is empty or of another form", () => {
    const kept = new Map<string, string>();
    const box = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const draft = draftOf({ kind: "judge", account });
    saveDraft(box, 1, draft);
    expect(loadDraft(box, 1)).to.deep.equal(draft);
    expect(loadDraft(box, 2)).to.equal(undefined);
    box.setItem("azora.proposal.1", JSON.stringify({ ...draft, actions: [{ kind: "judge" }] }));
    expect(loadDraft(box, 1)).to.equal(undefined);
    saveDraft(box, 1, EMPTY_DRAFT);
    expect(kept.size).to.equal(0);
  });
});
