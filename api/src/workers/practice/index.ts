/** What stands in for people on a local chain, and only there. */
export { attestLink } from "./attestor.ts";
export { leap, nextLeap } from "./clock.ts";
export { type Mischief, withMischief } from "./mischief.ts";
