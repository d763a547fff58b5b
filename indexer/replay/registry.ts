// Stands for "ponder:registry" where the handlers run without Ponder.

/** What handlers take; they know the types of their own events. */
export type Handler = (call: { event: unknown; context: unknown }) => unknown;

/** Handlers by contract and event, as `ponder.on` names them. */
export const handlers = new Map<string, Handler>();

export const ponder = {
  on(name: string, handler: Handler): void {
    handlers.set(name, handler);
  },
};
