import type { Node } from "@azora/sdk";
import { shapeOfWorks } from "../../bench/data/shape.ts";
import { worksOf } from "../../bench/data/works.ts";
import { randomOf } from "../../support/lockstep/random.ts";

const [PAID, OPEN, UNPAID] = [0, 1, 2];

/** A graph in the shape of Deep Funding's, as the web app's own route would give it to the picture: always the same. */
export function packedGraph(count: number) {
  const random = randomOf(7, 0);
  const works = [...worksOf({ works: count, judged: count, shape: shapeOfWorks(), random })];
  const placeOf = new Map<Node, number>(works.map(({ id }, place) => [id, place]));
  return {
    works: works.map(({ id, level }, place) => {
      const state = place % 12 === 0 ? OPEN : level === 0 ? UNPAID : PAID;
      return [id, place + 1, `Repository ${place + 1}`, state, state === PAID ? 10 * 2 ** (level - 1) : 0];
    }),
    edges: works.flatMap(({ attribution }, place) =>
      attribution.upstream.map(({ node, weight }) => [place, placeOf.get(node) ?? 0, weight, weight / 1_000]),
    ),
  };
}
