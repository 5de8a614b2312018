/** The shape of a catalogue in any language: the keys of the English one, every leaf a message. */
export type Catalogue<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Catalogue<English[Key]>;
};
