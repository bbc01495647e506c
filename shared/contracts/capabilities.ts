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
  "segreti:read",
  "coda:ricevute:send",
  "coda:notifiche:send",
  "coda:flussi:send",
  "coda:riconciliazioni:send",
  "coda:tracciati:send",
  "coda:cambi:send",
  "coda:gpd:send",
  "coda:rpt:send",
  "coda:notifiche:delay",
  "coda:tracciati:delay",
  "coda:cambi:delay",
  "coda:gpd:delay",
] as const;

export type Capacita = (typeof CAPACITA)[number];
