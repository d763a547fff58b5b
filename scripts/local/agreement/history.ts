import { apply, emptyView, model, Phase, phaseNames, readLogs, type View, type WorkView } from "@azora/sdk";
import { type Api, unwrap } from "@azora/sdk/api";
import { all } from "./api.ts";
import { type Comparison, pinned, same } from "./compare.ts";
import { compareRewards, compareSlashes } from "./deeds.ts";

/**
 * Compares what no contract can be asked for, because only the logs tell it: what works were paid, by whom they are cited,
 * how votes fell, what was withdrawn, and the totals of all that.
 */
export async function compareHistory(
  comparison: Comparison,
  api: Api,
  ids: readonly string[],
): Promise<void> {
  const { client, network } = comparison;
  const at = await protocolOf(api);
  const { blockNumber } = pinned(at);
  const view = emptyView();
  const logs = await readLogs(client, network.deployment, BigInt(network.deployment.block), blockNumber);
  for (const log of logs) apply(view, log, network.deployment.addresses);

  compareTotals(comparison, at.protocol, view);
  const works = new Map([...view.works].map(([id, work]) => [id.toLowerCase(), work]));
  for (const id of ids) {
    const { contribution } = await detailOf(api, id);
    const work = works.get(id);
    same(comparison, `The registration of ${id}`, contribution.id, work?.contribution);
    if (work !== undefined) compareWork(comparison, contribution, work, view);
  }
  await compareWithdrawals(comparison, api, view);
  await compareEpochMoney(comparison, api, view);
  await compareSlashes(comparison, api, view);
  await compareRewards(comparison, api, logs);
}

type Protocol = Awaited<ReturnType<typeof protocolOf>>["protocol"];
const protocolOf = (api: Api) => unwrap(api.GET("/v1/protocol", {}));

function compareTotals(comparison: Comparison, protocol: Protocol, view: View): void {
  const works = [...view.works.values()];
  const settled = works.filter(({ phase }) => phase === Phase.Settled);
  same(comparison, "The number of works", protocol.contributions, works.length);
  same(comparison, "The tenths", protocol.citadel.minted, sum(settled.map(({ citadel }) => citadel)));
  same(comparison, "What was withdrawn", protocol.withdrawn, sum([...view.withdrawn.values()]));
  for (const [phase, name] of phaseNames.entries()) {
    const count = works.filter((work) => work.phase === phase).length;
    same(comparison, `The number of works in phase ${name}`, protocol.phases[name] ?? 0, count);
  }
}

type Detail = Awaited<ReturnType<typeof detailOf>>["contribution"];
const detailOf = (api: Api, id: string) =>
  unwrap(api.GET("/v1/contributions/{id}", { params: { path: { id } } }));

function compareWork(comparison: Comparison, detail: Detail, work: WorkView, view: View): void {
  const say = (what: string, indexed: string | number | null, told: string | number | bigint | null) =>
    same(comparison, `${what} of ${detail.id}`, indexed, told);
  say("The evidence", detail.evidenceHash, work.evidenceHash);
  say("The hint where the evidence is", detail.uri, work.uri);
  say("The points", detail.points ?? "0", work.points);
  say("What was minted", detail.amount, work.amount);
  const citing = [...view.works.values()].filter(({ attribution }) =>
    attribution.upstream.some(({ node }) => node === work.contribution),
  );
  say("The number of works that cite it", detail.citedByCount, citing.length);
  if (detail.settlement !== null) {
    say("The tenth", detail.settlement.citadel, work.citadel);
    say("The amount settled", detail.settlement.amount, work.amount);
    say("The part of the people", detail.settlement.people, work.amount - work.citadel);
  }
  const round = detail.rounds.at(-1);
  const levels = [...work.round.revealed.values()].toSorted((a, b) => a - b);
  say("The present round", round?.round ?? null, work.round.round);
  if (round?.votes !== null) say("The votes", round?.votes.join() ?? null, levels.join());
  // On some grounds a work is worth nothing, whatever the second panel's median.
  const median = work.challenge?.secondLevel ?? work.level;
  if (round?.scoredAt !== null) say("The level of the present round", round?.level ?? null, median);
}

async function compareWithdrawals(comparison: Comparison, api: Api, view: View): Promise<void> {
  for (const [address, amount] of view.withdrawn) {
    const { account } = await unwrap(api.GET("/v1/accounts/{address}", { params: { path: { address } } }));
    same(comparison, `What ${address} has withdrawn`, account.withdrawn, amount);
  }
}

async function compareEpochMoney(comparison: Comparison, api: Api, view: View): Promise<void> {
  const works = [...view.works.values()];
  for (const epoch of await all((query) => api.GET("/v1/epochs", { params: { query } }))) {
    const joined = works.filter((work) => work.points > 0n && work.epoch === epoch.number);
    const settled = joined.filter(({ phase }) => phase === Phase.Settled);
    const points = view.epochs.get(epoch.number)?.points ?? 0n;
    const rate = epoch.isSealed ? (points === 0n ? 0n : model.budget(BigInt(epoch.number)) / points) : null;
    same(comparison, `The works of epoch ${epoch.number}`, epoch.accepted, joined.length);
    same(comparison, `The works paid in epoch ${epoch.number}`, epoch.settled, settled.length);
    same(
      comparison,
      `What epoch ${epoch.number} minted`,
      epoch.minted,
      sum(settled.map(({ amount }) => amount)),
    );
    same(comparison, `The rate of epoch ${epoch.number}`, epoch.rate, rate === null ? null : String(rate));
  }
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
