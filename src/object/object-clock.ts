import { clock, clockOffsetMs } from '../lib/clock.ts';
import type { ObjectClock } from './alarm-clock.ts';

/** The product's clock as the objects see it. */
export const objectClock: ObjectClock = { nowMs: () => clock.nowMs(), offsetMs: () => clockOffsetMs() };
