// What better-auth's telemetry is in the Worker's bundle ([alias] in wrangler.toml): off, and not uploaded either.
export const createTelemetry = async () => ({ publish: async () => undefined });
export const getTelemetryAuthConfig = () => ({});
