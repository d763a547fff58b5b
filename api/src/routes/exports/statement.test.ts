import { flow, payment } from "@azora/indexer/schema";
import { PotOrigin } from "@azora/sdk";
import { expect } from "chai";
import { zeroAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import {
  ALICE,
  AZR,
  aliceNode,
  azr,
  CAROL,
  eventId,
  person,
  timeOf,
  txHash,
  work,
} from "../../testing/names.ts";
import { accountAnswer } from "../accounts/schema.ts";
import { statementLine } from "./schema.ts";

/** More than pages of what came to an account, and of what one name brought. */
const DIRECT = 300;
const THROUGH = 600;
const EARLIER = 7;

describe("api: an account's statement", () => {
  const api = useApi();

  async function read(account: string, format = "ndjson"): Promise<string> {
    const response = await api().fetch(`/v1/accounts/${account}/statement?format=${format}`);
    const text = await response.text();
    expect(response.status, text).to.equal(200);
    return text;
  }
  const linesOf = async (account: string) =>
    (await read(account))
      .split("\n")
      .slice(0, -1)
      .map((line) => statementLine.parse(JSON.parse(line)));
  const sum = (lines: readonly { minted: string }[]) =>
    lines.reduce((all, { minted }) => all + BigInt(minted), 0n);

  it("has what came to it, from which work and for which share, and comes to what it earned", async () => {
    const lines = await linesOf(ALICE);
    const { account } = await api().get(`/v1/accounts/${ALICE}`, accountAnswer);
    expect(sum(lines).toString()).to.equal(account.earned);
    expect(lines.map(({ flow: of, number, through }) => [of, number, through])).to.deep.equal([
      [eventId(1), 1, null],
      [eventId(2), 1, null],
    ]);
    const [first] = lines;
    expect(first?.weight).to.be.a("number").that.is.above(0);
    expect(new Date(first?.time ?? "").getTime() / 1_000).to.equal(account.received.at(-1)?.timestamp);
    expect(first?.work).to.equal(work(1));
  });

  it("has a header in CSV, and nothing for who was paid nothing", async () => {
    const [header, ...lines] = (await read(ALICE, "csv")).split("\r\n");
    expect(header?.split(",")).to.deep.equal(Object.keys(statementLine.shape));
    expect(lines.slice(0, -1)).to.have.length(2);
    for (const nobody of [CAROL, zeroAddress]) {
      expect(await read(nobody)).to.equal("");
      expect((await read(nobody, "csv")).split("\r\n")).to.deep.equal([header, ""]);
    }
    expect((await api().refused("/v1/accounts/0x12/statement", 400)).errors?.[0]?.path).to.equal(
      "param.address",
    );
  });

  it("is named by the account and the block", async () => {
    const { headers } = await api().fetch(`/v1/accounts/${ALICE}/statement?format=csv`, { method: "HEAD" });
    expect(headers.get("content-disposition")).to.match(
      new RegExp(`^attachment; filename="azora-statement-${ALICE.toLowerCase()}-\\d+\\.csv"$`),
    );
  });

  it("tells what came through a name work by work, over as many pages as it takes", async () => {
    const { db } = api().build;
    const at = { timestamp: timeOf(14), block: 14n, tx: txHash(14), leaf: 14n };
    const pool = { ...at, token: AZR, source: person(2), origin: PotOrigin.Pool };
    const [emptied, filled, last] = [eventId(2_000), eventId(4_000), eventId(5_000)];
    const each = { token: AZR, position: 0, amount: azr(1), minted: azr(1), timestamp: at.timestamp };
    const toName = (n: number) => ({ ...each, flow: eventId(n), source: work(2), node: person(2) });
    const rows = (count: number, from: number) => Array.from({ length: count }, (_, n) => from + n);
    await db.insert(flow).values([
      { ...pool, id: emptied, amount: azr(EARLIER), minted: azr(EARLIER) },
      { ...pool, id: filled, amount: azr(THROUGH), minted: azr(THROUGH) },
      ...rows(DIRECT, 5_000).map((n) => ({
        ...{ ...pool, id: eventId(n), source: work(3), origin: PotOrigin.Settlement },
        ...{ amount: azr(1), minted: azr(1) },
      })),
    ]);
    await db.insert(payment).values([
      ...rows(EARLIER, 1_000).map(toName),
      ...rows(THROUGH, 3_000).map(toName),
      ...[emptied, filled].map((id) => ({
        ...{ ...each, flow: id, source: person(2), node: aliceNode },
        ...{ amount: azr(id === filled ? THROUGH : EARLIER), minted: azr(id === filled ? THROUGH : EARLIER) },
      })),
      ...rows(DIRECT, 5_000).map((n) => ({ ...each, flow: eventId(n), source: work(3), node: aliceNode })),
    ]);
    const lines = await linesOf(ALICE);
    const of = (id: string) => lines.filter(({ flow: told }) => told === id);
    expect(lines).to.have.length(2 + EARLIER + THROUGH + DIRECT);
    expect([of(emptied).length, of(filled).length, of(last).length]).to.deep.equal([EARLIER, THROUGH, 1]);
    expect(sum(of(filled))).to.equal(azr(THROUGH));
    for (const { work: from, through } of of(filled))
      expect([from, through]).to.deep.equal([work(2), person(2)]);
    const flows = lines.map(({ flow: told }) => told);
    expect(flows).to.deep.equal(flows.toSorted());
  });
});
