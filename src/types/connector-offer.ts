/** What a server's admin decided of one way to call. */
export interface ConnectorOffer {
  /** As in attributes. */
  readonly name: string;
  /** What people read; may be empty. */
  readonly title: string;
  /** Whether the portal offers it. */
  readonly active: boolean;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}
