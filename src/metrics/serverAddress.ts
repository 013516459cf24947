/** Where a provider was reached. */
export interface ServerAddress {
  /** A host name or an IP address. */
  readonly host: string;
  readonly port: number;
}
