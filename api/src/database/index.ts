/** How a PostgreSQL is prepared for the indexer and the API. */
export { type Passwords, provision, type RoleUrls, roleUrls } from "./provision.ts";
