import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../api/client.ts';
import type { ListedRedemption } from '../redemptions/api.ts';

export const VOUCHERS_KEY = ['vouchers'] as const;

/** A voucher is its redemption, with whose it is. */
export const voucherQuery = (code: string) =>
  queryOptions({
    queryKey: [...VOUCHERS_KEY, code],
    queryFn: ({ signal }) => read<ListedRedemption>(`/vouchers/${encodeURIComponent(code)}`, {}, signal),
    retry: false,
    // What is shown before a tap must be what stands now.
    gcTime: 0,
  });

export function markUsed(code: string, key: string): Promise<ListedRedemption> {
  return write(`/vouchers/${encodeURIComponent(code)}/use`, { method: 'POST', key });
}
