/** Calendar days of Europe/Rome ("YYYY-MM-DD") and UTC instants (ISO text), as banks and PSPs use them. */
const GIORNO_MS = 86_400_000;
const rigaRoma = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Rome",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The wall clock in Rome of an instant, "YYYY-MM-DDTHH:mm:ss" without zone: the form of `paymentDateTime` in receipts. */
export const oraDiRoma = (istante: number): string => rigaRoma.format(istante).replace(" ", "T");

/** The calendar day in Rome of an instant (milliseconds since the epoch). */
export const giornoDi = (istante: number): string => rigaRoma.format(istante).slice(0, 10);

export const addGiorni = (giorno: string, giorni: number): string =>
  new Date(Date.parse(`${giorno}T00:00:00Z`) + giorni * GIORNO_MS).toISOString().slice(0, 10);

/** True for a date that exists in the calendar. */
export const isGiorno = (testo: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(testo)) return false;
  const istante = Date.parse(`${testo}T00:00:00Z`);
  return Number.isFinite(istante) && new Date(istante).toISOString().startsWith(testo);
};
