import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: none of the clients' own can stand here. */
const PORTS = { from: 18_000, to: 30_000 };
/** The Worker’s, the local services’ and the stand-in for Stripe’s. */
const PORTS_USED = 3;
const TRIES_MAX = 100;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * A port, free with the two behind it, that stays free while a killed server is away: clients that
 * keep knocking at an ephemeral port may be given that very port for their own end.
 */
export async function quietPort(): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const place = Math.floor(Math.random() * ((PORTS.to - PORTS.from) / PORTS_USED));
    const port = PORTS.from + PORTS_USED * place;
    const free = await Promise.all([isFree(port), isFree(port + 1), isFree(port + 2)]);
    if (free.every(Boolean)) return port;
  }
  throw new Error(`no free port from ${PORTS.from} to ${PORTS.to}`);
}
