/** Settings of the server that use cases depend on; where they come from is the business of the command line. */

export interface ServerSettings {
  /** Address under which people reach it, without a slash at its end: `https://bamsat.hatinh.gov.vn`. */
  readonly publicUrl: string;
  /** Longest life of a session, minutes, and the longest time without a request. */
  readonly sessionMinutes: number;
  readonly idleMinutes: number;
  readonly passwordLength: number;
  /** Key for secrets at rest (TOTP, client secrets of providers): 32 bytes. */
  readonly secretKey: Uint8Array;
  /** Largest file, bytes. */
  readonly uploadBytes: number;
  /** Webhooks may go to addresses inside the own network, and over http. */
  readonly webhookPrivate: boolean;
  /** Longest time of one telling of a webhook. */
  readonly webhookSeconds: number;
  /** While the server is empty: the code that the first run asks for, and what to do once it was used. */
  readonly setup?: { readonly code: string; done(): void } | null;
  /** True in the demonstration: sign-ins are shown on the sign-in page. */
  readonly demo: boolean;
}
