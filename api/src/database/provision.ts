import { Client } from "pg";

/** Writes the index: may create schemas in the database, and owns those that it made. */
const INDEXER = "azora_indexer";
/** Reads the index's views, and owns the API's schema. */
const API = "azora_api";

const INDEX_SCHEMA = "azora";
const API_SCHEMA = "azora_api";

/** Those who prepare the same database wait for each other. Any number that nobody else locks. */
const LOCK = 4_027_318_866;

export interface Passwords {
  indexer: string;
  api: string;
}

/** Connections of the two roles. */
export interface RoleUrls {
  indexer: string;
  api: string;
}

/**
 * The administrator's database as each role connects to it.
 * @throws Error when the role cannot be put into the URL: what came out would be the administrator's own
 */
export function roleUrls(adminUrl: string, passwords: Passwords): RoleUrls {
  const { host, searchParams } = new URL(adminUrl);
  if (host === "")
    throw new Error(
      "the URL must name a host, as in postgres://user:password@host/database; the folder of a socket can be the host, with %2F for each /",
    );
  for (const name of ["user", "password"])
    if (searchParams.has(name))
      throw new Error(
        `the URL must say user and password before the host, as in postgres://user:password@host/database, not as ?${name}=`,
      );
  const as = (role: string, password: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = encodeURIComponent(password);
    return url.href;
  };
  return { indexer: as(INDEXER, passwords.indexer), api: as(API, passwords.api) };
}

/**
 * Makes two roles that each may do no more than they have to, and the schemas between them. Whoever takes over the API can
 * read the index, which is public, and spoil evidence, which is checked by hash; but cannot change what the index says. What
 * is there already is left as it is, with the passwords set anew.
 *
 * @param adminUrl Of a superuser, or of a role that may create roles and schemas.
 */
export async function provision(adminUrl: string, passwords: Passwords): Promise<RoleUrls> {
  const urls = roleUrls(adminUrl, passwords);
  const client = new Client(adminUrl);
  client.on("error", () => undefined); // what is under way fails by itself
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await createRole(client, INDEXER, passwords.indexer);
    await createRole(client, API, passwords.api);
    await createSchemas(client);
    await tuneRoles(client);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  await checkRole(urls.indexer, INDEXER);
  await checkRole(urls.api, API);
  return urls;
}

/** Who connects by another name than meant, as a setting or a proxy may have it, may do more or less than it has to. */
async function checkRole(url: string, role: string): Promise<void> {
  const client = new Client(url);
  client.on("error", () => undefined); // what is under way fails by itself
  await client.connect();
  try {
    const { rows } = await client.query<{ who: string }>("SELECT current_user AS who");
    if (rows[0]?.who !== role) throw new Error(`the URL made for ${role} connects as ${rows[0]?.who}`);
  } finally {
    await client.end();
  }
}

/** Statements of this kind take no parameters, so the password is quoted by the driver. */
async function createRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  const verb = rowCount === 0 ? "CREATE" : "ALTER";
  await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  // An administrator who is no superuser acts for a role only as a member of it.
  const { rows } = await client.query<{ member: boolean }>(
    "SELECT pg_has_role(current_user, $1, 'USAGE') AS member",
    [role],
  );
  if (!rows[0]?.member) await client.query(`GRANT ${role} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE`);
}

/**
 * How the roles' sessions are set, unless they say otherwise. The index can always be built from the chain, and its
 * checkpoints are in its own transactions: after a crash it goes on from an earlier one, so a commit need not wait for the
 * disk. And what is looked up by keys is in memory or on a disk without a head to move.
 */
async function tuneRoles(client: Client): Promise<void> {
  for (const statement of [
    `ALTER ROLE ${INDEXER} SET synchronous_commit = off`,
    `ALTER ROLE ${INDEXER} SET random_page_cost = 1.1`,
    `ALTER ROLE ${API} SET random_page_cost = 1.1`,
  ])
    await client.query(statement);
}

async function createSchemas(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  const database = client.escapeIdentifier(rows[0]?.name ?? "");
  for (const statement of [
    // Each build of the index has a schema of its own; its live queries keep notes in a temporary table.
    `GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO ${INDEXER}`,
    `GRANT CONNECT ON DATABASE ${database} TO ${API}`,
    `CREATE SCHEMA IF NOT EXISTS ${INDEX_SCHEMA} AUTHORIZATION ${INDEXER}`,
    `CREATE SCHEMA IF NOT EXISTS ${API_SCHEMA} AUTHORIZATION ${API}`,
    `GRANT USAGE ON SCHEMA ${INDEX_SCHEMA} TO ${API}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${INDEX_SCHEMA} TO ${API}`,
    // The views are dropped and made again whenever the index was built anew.
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${INDEXER} IN SCHEMA ${INDEX_SCHEMA} GRANT SELECT ON TABLES TO ${API}`,
  ])
    await client.query(statement);
}
