import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { helpRoutes } from './help-routes.ts';
import { pointsRoutes } from './points-routes.ts';

/** The member's own pages on her mall's host. The visit is prepared by the mall's routes. */
export const memberPageRoutes = new Hono<AppEnv>().route('/', pointsRoutes).route('/', helpRoutes);
