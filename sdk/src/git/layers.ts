/**
 * The groups in layers, each group's upstream all in earlier ones: what can be registered together once every
 * earlier layer is final on the chain. As few layers as possible; indices ascend within each.
 * @throws RangeError when a group cites itself or a later one
 */
export function layers(groups: readonly { upstream: readonly { group: number }[] }[]): number[][] {
  const depths: number[] = [];
  const result: number[][] = [];
  groups.forEach(({ upstream }, index) => {
    const depth = upstream.reduce((deepest, { group }) => {
      const cited = depths[group];
      if (cited === undefined)
        throw new RangeError(`Group ${index} cites group ${group}, which is not earlier.`);
      return Math.max(deepest, cited + 1);
    }, 0);
    depths.push(depth);
    const layer = result[depth];
    if (layer) layer.push(index);
    else result[depth] = [index];
  });
  return result;
}
