/** Formats of JSON Schema that are checked; the others are remarks, as the specification allows. Every expression here reads its text once. */
const isGiorno = (testo: string): boolean => {
  const [, anno, mese, giorno] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(testo) ?? [];
  if (anno === undefined || mese === undefined || giorno === undefined) return false;
  const data = new Date(`${testo}T00:00:00Z`);
  return !Number.isNaN(data.getTime()) && data.toISOString().startsWith(testo);
};
const isOra = (testo: string): boolean =>
  /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(testo);
const isOttetti = (testo: string): boolean => {
  const parti = testo.split(".");
  return parti.length === 4 && parti.every((parte) => /^(?:0|[1-9]\d{0,2})$/.test(parte) && Number(parte) <= 255);
};
const isNomeHost = (testo: string): boolean =>
  testo.length <= 253 &&
  testo.split(".").every((parte) => /^[A-Za-z0-9-]{1,63}$/.test(parte) && !parte.startsWith("-") && !parte.endsWith("-"));
const isEmail = (testo: string): boolean => {
  const parti = testo.split("@");
  return parti.length === 2 && /^[^\s]{1,64}$/.test(parti[0] ?? "") && isNomeHost(parti[1] ?? "");
};

const FORMATI: Readonly<Record<string, (testo: string) => boolean>> = {
  date: isGiorno,
  time: isOra,
  "date-time": (testo) => isGiorno(testo.slice(0, 10)) && /^[Tt ]$/.test(testo.charAt(10)) && isOra(testo.slice(11)),
  email: isEmail,
  hostname: isNomeHost,
  ipv4: isOttetti,
  uri: (testo) => /^[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s]/.test(testo) && URL.canParse(testo),
  uuid: (testo) => /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(testo),
};

export const isFormato = (nome: string, testo: string): boolean => (Object.hasOwn(FORMATI, nome) ? (FORMATI[nome]?.(testo) ?? true) : true);
