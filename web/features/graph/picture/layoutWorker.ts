import { type Arrangeable, arrange } from "./layout.ts";

/** How often it shows how far it is: seldom where there is much to draw. */
const showMs = ({ radii }: Arrangeable): number => 100 + radii.length / 4;

export interface Arranged {
  part: number;
  places: Float32Array;
}

addEventListener("message", ({ data }: MessageEvent<Arrangeable>) => {
  let shown = performance.now();
  for (const arranged of arrange(data)) {
    const now = performance.now();
    if (arranged.part < 1 && now - shown < showMs(data)) continue;
    shown = now;
    postMessage(arranged satisfies Arranged);
  }
});
