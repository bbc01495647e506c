/** What a function may do, in words of the product; infra/capabilities.ts turns each into IAM statements, functions with the same set share a role. */
export const CAPACITA = [
  "anagrafiche:read",
  "anagrafiche:write",
  "archivio:read",
  "archivio:write",
  "archivio:stream",
  "eventi:write",
  "eventi:read",
  "documenti:read",
  "documenti:write",
  "coda:ricevute:send",
  "coda:notifiche:send",
  "coda:flussi:send",
  "coda:riconciliazioni:send",
  "coda:tracciati:send",
  "coda:notifiche:delay",
  "coda:tracciati:delay",
] as const;

export type Capacita = (typeof CAPACITA)[number];
