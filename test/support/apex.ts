/** What the Salesforce page's Apex gets back from the backend: the playground's door signs as Apex signs. */
export async function askAsApex<Data>(
  pageUrl: string,
  path: string,
  options: { method?: string; body?: unknown; as?: 'rep' | 'admin' | 'none' | 'system'; bad?: string } = {},
): Promise<{ status: number; data: Data; code: string | null }> {
  const response = await fetch(`${pageUrl}/__sf/apex`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, ...options }),
  });
  const { status, body } = (await response.json()) as { status: number; body: { data?: Data; code?: string } };
  return { status, data: body.data as Data, code: body.code ?? null };
}
export type SalesforceDeal = { dealId: string; opportunityId: string; accountId: string; orderNumber: string | null };
export async function salesforceDeals(pageUrl: string): Promise<SalesforceDeal[]> {
  const answer = (await (await fetch(`${pageUrl}/__sf/context`)).json()) as { deals: SalesforceDeal[] };
  return answer.deals;
}
