import {
  type Attribution,
  accountNode,
  attributionRegistryAbi,
  model,
  type Share,
  sortShares,
} from "@azora/sdk";
import { encodeFunctionData, type Hex, numberToHex } from "viem";
import { perform } from "./perform.ts";
import { personIn, type World } from "./world.ts";

const { bondRequired, isAccepted, register: foresee } = model.protocol;
const WHOLE = 1_000_000;
const EVIDENCES = 40;
const MAX_URI = 256;

/** Registers a work; about one in four has a fault. */
export async function register(world: World): Promise<void> {
  const { random, state, works } = world;
  const attribution = chooseAttribution(world);
  const evidence = numberToHex(random.chance(0.03) ? 0 : 1 + random.below(EVIDENCES), { size: 32 });
  const uri = random.chance(0.03) ? "é".repeat(MAX_URI / 2 + 1) : "https://example.org";
  const value = bondIn(world) + BigInt(random.pick([0, 0, 0, 0, 0, 0, 0, -1, 5]));
  await perform(world, {
    name: "register",
    sender: personIn(world),
    value: value < 0n ? 0n : value,
    to: "attributionRegistry",
    data: encodeFunctionData({
      abi: attributionRegistryAbi,
      functionName: "register",
      args: [evidence, attribution, uri],
    }),
    predict(call) {
      const node = foresee(state, call, evidence, attribution, uri);
      works.push({ node, attribution });
    },
  });
}

/** What a registration costs now; nothing while too few judges sit for any. */
function bondIn({ state }: World): bigint {
  try {
    return bondRequired(state);
  } catch {
    return 0n;
  }
}

function chooseAttribution(world: World): Attribution {
  const { random } = world;
  const contributors = random.chance(0.02) ? [] : chooseContributors(world);
  const [first, ...others] = contributors;
  const fault = random.below(25);
  if (first !== undefined && fault === 0) {
    return { contributors: [{ ...first, weight: first.weight + 1 }, ...others], upstream: [] };
  }
  if (fault === 1) return { contributors: contributors.toReversed(), upstream: chooseUpstream(world) };
  return { contributors, upstream: chooseUpstream(world) };
}

function chooseContributors(world: World): Share[] {
  const { random, addresses, judges, identities, works } = world;
  const nodes: Hex[] = [accountNode(personIn(world)), random.pick(identities)];
  if (random.chance(0.5)) nodes.push(accountNode(personIn(world)));
  if (random.chance(0.5)) nodes.push(accountNode(random.pick(judges)));
  if (random.chance(0.03)) nodes.push(accountNode(addresses.citadelFund));
  if (random.chance(0.03)) nodes.push(...works.slice(0, 1).map(({ node }) => node));
  const unique = [...new Set(nodes)];
  // Halves of halves, so that some splits have a remainder; the last takes what is left, at times below 5%.
  let left = WHOLE;
  const shares = unique.map((node, index) => {
    const isLast = index === unique.length - 1;
    const weight = isLast ? left : Math.floor((left * random.pick([1, 2, 19])) / random.pick([20, 21]));
    left -= weight;
    return { node, weight };
  });
  return sortShares(shares);
}

function chooseUpstream(world: World): Share[] {
  const { random, state, works, identities } = world;
  const cited = works
    .filter(({ node }) => (isAccepted(state, node) ? random.chance(0.7) : random.chance(0.03)))
    .slice(-3)
    .map(({ node }) => node);
  if (random.chance(0.02)) cited.push(random.pick(identities));
  const weightOf = () => random.pick(random.chance(0.1) ? [99, 300_000] : [100, 33_333, 50_000, 120_000]);
  const shares = sortShares(cited.map((node) => ({ node, weight: weightOf() })));
  return random.chance(0.04) ? shares.toReversed() : shares;
}
