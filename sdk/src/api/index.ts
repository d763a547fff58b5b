export { attributionOf } from "./attribution.ts";
export { type Api, createApi, type Schemas } from "./client.ts";
export { type FeedMessage, type FollowOptions, followEvents } from "./follow.ts";
export { ApiProblem, unwrap } from "./problem.ts";
