export * from './access.ts';
export * from './catalogue.ts';
export * from './members.ts';
export * from './payments.ts';
export * from './projections.ts';
export * from './registry.ts';
export * from './tenants.ts';
export * from './widget.ts';
