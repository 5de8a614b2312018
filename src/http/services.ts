import { accountClient } from '../account/client.ts';
import { configOf } from '../config.ts';
import type { Actor, Config, Context, Services, Tenant } from '../context.ts';
import { connectApp, connectAuth } from '../db/client.ts';
import type { Locale } from '../domain/locale.ts';
import { clock } from '../lib/clock.ts';
import { consoleLog } from '../lib/log.ts';
import { mailerOf } from '../mail/mailer.ts';
import { smsSenderOf } from '../sms/sms-sender.ts';
import { stockClient } from '../stock/client.ts';
import { stripeClient } from '../stripe/stripe-client.ts';

/** What lasts as long as the isolate: nothing in it belongs to one request. */
type Isolate = {
  config: Config;
  app: ReturnType<typeof connectApp>;
  auth: ReturnType<typeof connectAuth>;
  stripe: Services['stripe'];
};

const isolates = new WeakMap<object, Isolate>();

function isolateOf(env: object): Isolate {
  const known = isolates.get(env);
  if (known) return known;
  const config = configOf(env);
  const localEndpoint = config.local?.endpoint ?? null;
  const built = {
    config,
    app: connectApp({ url: config.databaseAppUrl, localEndpoint }),
    auth: connectAuth({ url: config.databaseAuthUrl, localEndpoint }),
    stripe: config.stripe && stripeClient(config.stripe),
  };
  isolates.set(env, built);
  return built;
}

type Caller = { requestId: string; locale: Locale; defer: Services['defer'] };

/** The services of one request, queue batch or cron run. Throws when the configuration is refused. */
export function servicesOf(env: Env, { requestId, locale, defer }: Caller): Services {
  const { config, app, auth, stripe } = isolateOf(env);
  return {
    db: app.db,
    directory: app.directory,
    authDb: auth,
    edge: env.EDGE,
    fallbackLimit: env.FALLBACK_LIMIT,
    sessionCallerLimit: env.SESSION_CALLER_LIMIT,
    sessionShopLimit: env.SESSION_SHOP_LIMIT,
    pictures: env.PICTURES,
    clock,
    log: consoleLog(),
    requestId,
    config,
    mail: mailerOf(config),
    sms: smsSenderOf(config),
    stripe,
    locale,
    defer,
  };
}

/** What a verb is given, once it is known which shop the work is about and who asks. */
export function contextOf(env: Env, services: Services, tenant: Tenant, actor: Actor): Context {
  const place = { tenantId: tenant.id, region: tenant.region };
  return {
    ...services,
    tenant,
    actor,
    accounts: accountClient({ namespace: env.ACCOUNT, ...place }),
    stocks: stockClient({ namespace: env.STOCK, ...place }),
  };
}
