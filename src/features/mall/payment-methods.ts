import type { MallManifest } from '../publication/manifest.ts';

export type PaymentMethod = 'online' | 'counter';

/** The ways in which this shop takes cash beside points, the usual one first. */
export function paymentMethods({ payments }: Pick<MallManifest, 'payments'>): PaymentMethod[] {
  return [
    ...(payments?.online ? (['online'] as const) : []),
    ...(payments?.counter ? (['counter'] as const) : []),
  ];
}
