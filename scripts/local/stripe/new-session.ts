import { type Call, secondsOf } from './context.ts';
import { checkChargeable, checkedCurrency, checkPrecision } from './currencies.ts';
import { invalid } from './error.ts';
import type { Parameters } from './parameters.ts';
import { type NewLineItem, type NewSession, newLineItem } from './session-object.ts';
import type { SessionSecrets } from './tables.ts';

const MINUTE_SECONDS = 60;
const LIFE_MIN_SECONDS = 30 * MINUTE_SECONDS;
const LIFE_MAX_SECONDS = 24 * 60 * MINUTE_SECONDS;
const REFERENCE_CHARACTERS_MAX = 200;
const SUBMIT_TYPES = ['auto', 'book', 'donate', 'pay'] as const;
const LOCALES =
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW';

/** When the session ends; a second of grace at the lower bound, as clocks are not the same. */
function expiryAskedFor(parameters: Parameters, nowMs: number): number {
  const now = secondsOf(nowMs);
  const expiresAt = parameters.integer('expires_at') ?? now + LIFE_MAX_SECONDS;
  if (expiresAt < now + LIFE_MIN_SECONDS) {
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    );
  }
  if (expiresAt > now + LIFE_MAX_SECONDS) {
    throw invalid(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    );
  }
  return expiresAt;
}

function lineAskedFor(item: Parameters): NewLineItem {
  const price = item.inner('price_data');
  if (!price) throw invalid('Only line items with `price_data` are understood here.', item.name('price'));
  const currency = checkedCurrency(price.required('currency'), price.name('currency'));
  const unitAmount = price.requiredInteger('unit_amount');
  if (unitAmount < 0) throw invalid('Invalid non-negative integer', price.name('unit_amount'));
  checkPrecision(unitAmount, currency, price.name('unit_amount'));
  const product = price.inner('product_data');
  if (!product) throw invalid('Only prices with `product_data` are understood here.', price.name('product'));
  const name = product.required('name');
  product.string('description');
  product.metadata();
  product.texts('images');
  const quantity = item.integer('quantity') ?? 1;
  if (quantity < 1) throw invalid('This value must be greater than or equal to 1.', item.name('quantity'));
  return { currency, unitAmount, quantity, name };
}

function linesAskedFor(parameters: Parameters): NewLineItem[] {
  const lines = parameters.items('line_items').map(lineAskedFor);
  const first = lines[0];
  if (!first) throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing');
  if (lines.some(({ currency }) => currency !== first.currency)) {
    throw invalid('All line items of a Checkout Session must be in one currency.', 'line_items');
  }
  return lines;
}

/** Cards are all that is offered here: a list of what is allowed must have them in it. */
function methodsAskedFor(parameters: Parameters): string[] | null {
  if (parameters.given('payment_method_types')) {
    throw invalid(
      '`payment_method_types` is no longer supported: use `allowed_payment_method_types`.',
      'payment_method_types',
      'payment_method_types_no_longer_supported',
    );
  }
  const allowed = parameters.texts('allowed_payment_method_types');
  if (allowed.length > 0 && !allowed.includes('card')) {
    throw invalid('No payment method of those allowed is available.', 'allowed_payment_method_types');
  }
  return allowed.length > 0 ? allowed : null;
}

/** The application fee: of a connected account only, and no more than is paid. */
function feeAskedFor(call: Call, data: Parameters | undefined, amount: number, currency: string) {
  const fee = data?.integer('application_fee_amount');
  if (data === undefined || fee === undefined) return null;
  const param = data.name('application_fee_amount');
  if (!call.connected) {
    throw invalid('Can only apply an application_fee_amount to a payment on a connected account.', param);
  }
  if (fee < 0 || fee > amount) throw invalid('The application fee must be at most the total.', param);
  checkPrecision(fee, currency, param);
  return fee;
}

/** What a request to create a session asks for, checked as Stripe checks it. */
export function sessionAskedFor(call: Call): { session: NewSession; secrets: SessionSecrets } {
  const { parameters, nowMs } = call;
  parameters.required('mode');
  parameters.oneOf('mode', ['payment']);
  parameters.oneOf('ui_mode', ['hosted_page']);
  const successUrl = parameters.url('success_url') ?? parameters.required('success_url');
  const lines = linesAskedFor(parameters);
  const currency = lines[0]?.currency ?? '';
  const amount = lines.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
  checkChargeable(amount, currency);
  parameters.inner('adaptive_pricing')?.boolean('enabled');
  const data = parameters.inner('payment_intent_data');
  return {
    session: {
      currency,
      amount,
      allowedMethods: methodsAskedFor(parameters),
      successUrl,
      cancelUrl: parameters.url('cancel_url') ?? null,
      clientReferenceId: parameters.string('client_reference_id', REFERENCE_CHARACTERS_MAX) ?? null,
      customerEmail: parameters.string('customer_email') ?? null,
      expiresAtSeconds: expiryAskedFor(parameters, nowMs),
      locale: parameters.oneOf('locale', LOCALES.split(' ')) ?? null,
      metadata: parameters.metadata(),
      submitType: parameters.oneOf('submit_type', SUBMIT_TYPES) ?? null,
    },
    secrets: {
      applicationFeeAmount: feeAskedFor(call, data, amount, currency),
      intentMetadata: data?.metadata() ?? {},
      intentDescription: data?.string('description') ?? null,
      statementDescriptorSuffix: data?.string('statement_descriptor_suffix', 22) ?? null,
      receiptEmail: data?.string('receipt_email') ?? null,
      transferGroup: data?.string('transfer_group') ?? null,
      lineItems: lines.map((line) => newLineItem(line, nowMs)),
    },
  };
}
