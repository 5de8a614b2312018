import { answerJson, type LoopbackServer, serveLoopback } from '../loopback-server.ts';
import { serveApi } from './api.ts';
import { serveControl } from './control.ts';
import { serveHosted } from './hosted.ts';
import { StandIn, type StandInOptions } from './stand-in.ts';

/**
 * Serves Stripe's API, its hosted pages and the knobs of tests on a port of this machine. It has a
 * port of its own because the `stripe` package takes a host and a port but no path before `/v1`.
 */
export async function startStripe(options: StandInOptions & { port: number }): Promise<LoopbackServer> {
  const standIn = new StandIn(options);
  const server = await serveLoopback(options.port, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const serve = url.pathname.startsWith('/v1/')
      ? serveApi
      : url.pathname.startsWith('/control/')
        ? serveControl
        : serveHosted;
    serve(standIn, request, response, url).catch((error) => {
      console.error('Stripe stand-in:', error);
      if (!response.headersSent) answerJson(response, 500, { message: String(error) });
    });
  });
  standIn.listensAt(server.url);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await standIn.stop();
    },
  };
}
