import { Hono } from "hono";

/** Ponder asks for an API of its own. Ours is the package `api`; here are only Ponder's health and metrics. */
export default new Hono();
