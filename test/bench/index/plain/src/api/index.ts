import { Hono } from "hono";

// Ponder wants an API of its own; nobody asks this one.
export default new Hono();
