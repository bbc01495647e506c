/** When a schedule runs next: the expressions of EventBridge Scheduler (`cron(...)` in six fields, `rate(...)`), read in Europe/Rome. */
import { addGiorni, addMinuti, giornoDi, parseIstante } from "../valori/date.ts";

type Campo = (valore: number) => boolean;

const MINUTI: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };
const NOMI = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/** A day of the year that comes every four years is still found. */
const GIORNI_MASSIMI = 1_500;

/** `*`, `?`, `5`, `1-5`, `0/10`, and lists of them. undefined = a form that schedules of ours do not use. */
const readCampo = (testo: string, minimo: number, massimo: number): Campo | undefined => {
  const parti: Campo[] = [];
  for (const parte of testo.split(",")) {
    const letta = /^(?:[*?]|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(parte);
    if (!letta) return undefined;
    const [, da, a, passo] = letta;
    const inizio = da === undefined ? minimo : Number(da);
    const fine = a !== undefined ? Number(a) : da === undefined || passo !== undefined ? massimo : inizio;
    const ogni = Number(passo ?? 1);
    parti.push((valore) => valore >= inizio && valore <= fine && (valore - inizio) % ogni === 0);
  }
  return (valore) => parti.some((parte) => parte(valore));
};

const due = (numero: number): string => String(numero).padStart(2, "0");

/** Week days from Sunday = 1, as EventBridge counts them. */
const giornoSettimana = (giorno: string): number => new Date(`${giorno}T00:00:00.000Z`).getUTCDay() + 1;

const nextCron = (campi: readonly string[], da: string): string | undefined => {
  const [minuto = "*", ora = "*", giorno = "*", mese = "*", settimana = "?", anno = "*"] = campi;
  const nomi = settimana.replace(/[A-Z]{3}/g, (nome) => String(NOMI.indexOf(nome) + 1));
  const letti = [
    readCampo(minuto, 0, 59),
    readCampo(ora, 0, 23),
    readCampo(giorno, 1, 31),
    readCampo(mese, 1, 12),
    readCampo(nomi, 1, 7),
    readCampo(anno, 1970, 2199),
  ];
  const [minuti, ore, giorni, mesi, settimane, anni] = letti;
  if (!minuti || !ore || !giorni || !mesi || !settimane || !anni) return undefined;
  let oggi = giornoDi(da);
  for (let n = 0; n < GIORNI_MASSIMI; n += 1, oggi = addGiorni(oggi, 1)) {
    const [a = 0, m = 0, g = 0] = oggi.split("-").map(Number);
    if (!anni(a) || !mesi(m) || !giorni(g) || !settimane(giornoSettimana(oggi))) continue;
    for (let h = 0; h < 24; h += 1) {
      for (let min = 0; ore(h) && min < 60; min += 1) {
        const istante = minuti(min) ? parseIstante(`${oggi}T${due(h)}:${due(min)}:00`) : undefined;
        if (istante?.ok && istante.valore > da) return istante.valore;
      }
    }
  }
  return undefined;
};

/** First run strictly after `da` (instant); undefined when there is none, or the expression is of another kind. */
export const prossimaEsecuzione = (espressione: string, da: string): string | undefined => {
  const frequenza = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(espressione);
  if (frequenza) return addMinuti(da, Number(frequenza[1]) * (MINUTI[frequenza[2] ?? ""] ?? 0));
  const calendario = /^cron\((.+)\)$/.exec(espressione);
  return calendario ? nextCron((calendario[1] ?? "").trim().split(/\s+/), da) : undefined;
};
