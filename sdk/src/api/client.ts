import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { components, paths } from "../generated/api.ts";

/** A typed client of Azora's gateway: paths, parameters and answers as api/openapi.json has them. */
export type Api = Client<paths>;

/** What the gateway's answers are made of, by their names in OpenAPI. */
export type Schemas = components["schemas"];

/** @param url Where the gateway is, without the `/v1`. */
export function createApi(url: string, options: Pick<ClientOptions, "fetch" | "headers"> = {}): Api {
  return createClient<paths>({ ...options, baseUrl: url });
}
