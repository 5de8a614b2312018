// What `zod` is in the Worker's bundle ([alias] in wrangler.toml): all of it but its messages in 64 languages,
// 42 kB compressed, which its one object `z` would keep alive. Ours stand in src/messages.
import * as z from './zod-without-messages.mjs';

export * from './zod-without-messages.mjs';
export { z, z as default };
