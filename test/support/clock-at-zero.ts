import { beforeAll } from 'vitest';
import { setClockOffsetMs } from '../../src/lib/clock.ts';

// Files share the loaded modules, and with them the clock: each finds it where the first one did.
beforeAll(() => setClockOffsetMs(0));
