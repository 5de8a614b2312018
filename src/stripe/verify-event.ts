import Stripe from 'stripe';

/** An older signature may be somebody's recording of an event. */
const TOLERANCE_SECONDS = 300;

/**
 * The event that Stripe signed, or null for what it did not sign, or signed more than 300 seconds ago.
 * `text` is the body as it came: any other writing of the same JSON has another signature.
 */
export async function verifyEvent(
  text: string,
  signature: string,
  { secret, nowMs }: { secret: string; nowMs: number },
): Promise<Stripe.Event | null> {
  try {
    return await Stripe.webhooks.constructEventAsync(
      text,
      signature,
      secret,
      TOLERANCE_SECONDS,
      Stripe.createSubtleCryptoProvider(),
      nowMs,
    );
  } catch (failure) {
    if (failure instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    // Signed, and yet no JSON: as little an event of Stripe's as an unsigned one.
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}
