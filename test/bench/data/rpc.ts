export type Call = readonly [method: string, params: readonly unknown[]];

/** One call, with the type of answer that its method has. */
export async function send<result>(rpcUrl: string, call: Call): Promise<result> {
  const [result] = await sendAll(rpcUrl, [call]);
  return result as result;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** In one request, in this order. @throws what the node refuses */
export async function sendAll(rpcUrl: string, calls: readonly Call[]): Promise<unknown[]> {
  const body = JSON.stringify(calls.map(([method, params], id) => ({ jsonrpc: "2.0", id, method, params })));
  const response = await fetch(rpcUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
  });
  const answers: Answer[] = await response.json();
  return calls.map(([method], id) => {
    const answer = answers.find((each) => each.id === id);
    if (answer === undefined || answer.error)
      throw new Error(`${method}: ${answer?.error?.message ?? "no answer"}`);
    return answer.result;
  });
}
