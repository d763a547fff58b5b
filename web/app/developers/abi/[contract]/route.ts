import { ABIS, isDeployed } from "#features/developers/abis.ts";

interface Context {
  params: Promise<{ contract: string }>;
}

/** A contract's ABI, for programs in any language. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const contract = (await params).contract.replace(/\.json$/, "");
  if (!isDeployed(contract)) return new Response(null, { status: 404 });
  return Response.json(ABIS[contract], {
    // Anybody's page may read it, as it may read the API.
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
