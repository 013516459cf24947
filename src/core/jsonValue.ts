/** What JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** An object of JSON's. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}
