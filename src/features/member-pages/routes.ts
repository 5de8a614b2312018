import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { accountRoutes } from './account-routes.ts';
import { addressRoutes } from './address-routes.ts';
import { askRoutes } from './ask-routes.ts';
import { codeRoutes } from './code-routes.ts';
import { helpRoutes } from './help-routes.ts';
import { legalRoutes } from './legal-routes.ts';
import { meRoutes } from './me-routes.ts';
import { pointsRoutes } from './points-routes.ts';

/** The member's own pages on her mall's host. The visit is prepared by the mall's routes. */
export const memberPageRoutes = new Hono<AppEnv>()
  .route('/', pointsRoutes)
  .route('/', meRoutes)
  .route('/', codeRoutes)
  .route('/', askRoutes)
  .route('/', addressRoutes)
  .route('/', accountRoutes)
  .route('/', helpRoutes)
  .route('/', legalRoutes);
