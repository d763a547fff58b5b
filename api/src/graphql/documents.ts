import { createHash } from "node:crypto";
import type { DocumentNode } from "graphql";
import type { Plugin } from "graphql-yoga";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { badRequest } from "./requests.ts";

/**
 * In characters, of all documents of a kind that are kept. A site asks the same few questions, of some hundred characters each.
 * What is made of a character when it is read takes up to a hundred times its room.
 */
const ROOM = 500_000;

const roomFor = <value extends {}>(sizeOf: (value: value, key: string) => number) =>
  new LRUCache<string, value>({ maxSize: ROOM, sizeCalculation: (value, key) => sizeOf(value, key) || 1 });

/** Documents that were read, and refused: as many as fit, where Yoga would keep a thousand of any size. */
export const readDocuments = () => ({
  documentCache: roomFor<DocumentNode>((_, text) => text.length),
  errorCache: roomFor<Error>((_, text) => text.length),
});

const persistedQuery = z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Automatic persisted queries, as clients of Apollo and urql speak them: a document that was sent once with its SHA-256 is
 * asked by the hash alone from then on, in a URL that is short enough for any cache. Only documents that are valid are kept.
 * A copy of the API that does not know one, or has let it go, says so, and the client sends it again.
 */
export function persistDocuments(): Plugin {
  const documents = roomFor<string>((text) => text.length);
  return {
    onParams: ({ params, setParams }) => {
      const hash = hashOf(params.extensions);
      if (params.query !== undefined && params.query !== null) {
        if (hash !== undefined && hash !== sha256(params.query))
          throw badRequest("PersistedQueryMismatch", "PERSISTED_QUERY_MISMATCH");
        return;
      }
      if (hash === undefined) throw badRequest("`query` is missing.");
      const query = documents.get(hash);
      // Clients look for exactly these words.
      if (query === undefined) throw badRequest("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND", 404);
      setParams({ ...params, query });
    },
    onValidate: ({ context: { params } }) => {
      const hash = hashOf(params.extensions);
      const { query } = params;
      return ({ valid }) => {
        if (valid && hash !== undefined && query) documents.set(hash, query);
      };
    },
  };
}

/** @throws GraphQLError if a hash is given in another form than clients give it */
function hashOf(extensions: { persistedQuery?: unknown } | null | undefined): string | undefined {
  const given = extensions?.persistedQuery;
  if (given === undefined || given === null) return undefined;
  const { success, data } = persistedQuery.safeParse(given);
  if (success) return data.sha256Hash;
  throw badRequest(
    "`extensions.persistedQuery` must be of version 1, with a `sha256Hash` of 64 hexadecimal digits in lower case.",
  );
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
