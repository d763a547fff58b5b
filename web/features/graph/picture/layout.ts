import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";

export interface Arrangeable {
  radii: Float32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** Where the first of the works stood before the others came: they hardly move. */
  known?: Float32Array;
}

/** Room for a work, in units of the graph. */
const ROOM = 62;
/** Wider than high, as the picture is. */
const ASPECT = 1.4;
/** Many steps bring nothing more where there are many works. */
const STEPS = { few: 320, many: 130, manyFrom: 1_500 };
/** How lively works that are known still are, of 1. */
const LATER = 0.12;
const GOLDEN = 0.618_033_988_749_895;

interface Body extends SimulationNodeDatum {
  radius: number;
  home: number;
}

/**
 * Arranges a graph, step by step: the oldest works left and the latest right, those together that were built on each other.
 * The same graph is always arranged the same way.
 * @return Steps to run; each gives how far it is, from 0 to 1, and the places, `[x, y, x, y, …]`.
 */
export function* arrange({
  radii,
  from,
  to,
  known,
}: Arrangeable): Generator<{ part: number; places: Float32Array }> {
  const count = radii.length;
  const width = ROOM * Math.sqrt(count * ASPECT);
  const height = width / ASPECT;
  const bodies: Body[] = Array.from(radii, (radius, place) => {
    const home = ((place + 0.5) / count - 0.5) * width;
    // Spread evenly, and not by chance.
    const spread = { x: home, y: (((place * GOLDEN) % 1) - 0.5) * height };
    return { radius, home, x: known?.[2 * place] ?? spread.x, y: known?.[2 * place + 1] ?? spread.y };
  });
  const links: SimulationLinkDatum<Body>[] = Array.from(from, (source, edge) => ({
    source,
    target: to[edge] ?? source,
  }));
  const isLarge = count > STEPS.manyFrom;
  const steps = isLarge ? STEPS.many : STEPS.few;
  const simulation = forceSimulation(bodies)
    .stop()
    .alpha(known === undefined ? 1 : LATER)
    .alphaDecay(1 - 0.001 ** (1 / steps))
    .force("link", forceLink(links).distance(ROOM * 0.8))
    .force(
      "apart",
      forceManyBody<Body>()
        .strength(isLarge ? -60 : -160)
        .theta(1.1)
        .distanceMax(ROOM * 10),
    )
    .force("time", forceX<Body>(({ home }) => home).strength(isLarge ? 0.06 : 0.16))
    .force("middle", forceY(0).strength(isLarge ? 0.02 : 0.05))
    .force(
      "room",
      forceCollide<Body>(({ radius }) => radius + 5),
    );
  for (let step = 1; step <= steps; step += 1) {
    simulation.tick();
    yield { part: step / steps, places: placesOf(bodies) };
  }
}

function placesOf(bodies: readonly Body[]): Float32Array {
  const places = new Float32Array(2 * bodies.length);
  bodies.forEach(({ x = 0, y = 0 }, place) => {
    places[2 * place] = x;
    places[2 * place + 1] = y;
  });
  return places;
}
