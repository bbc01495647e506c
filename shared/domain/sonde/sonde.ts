/** Probes: one figure each, two thresholds, a state. What they look at is measured elsewhere; here is only what it means. */
import { prossimaEsecuzione } from "../lavori/espressione.ts";
import { isInCorso, type Lavoro } from "../lavori/lavoro.ts";

export type StatoSonda = "ok" | "warning" | "error";
export type TipoSonda = "batch" | "coda" | "misura";

export interface Soglie {
  readonly warn: number;
  readonly error: number;
}

export interface Sonda {
  readonly id: string;
  readonly nome: string;
  readonly tipo: TipoSonda;
  /** Absent = nothing was measured yet. */
  readonly stato?: StatoSonda;
  readonly descrizioneStato: string;
  readonly valore?: number;
  readonly unita: "minuti" | "messaggi" | "elementi";
  readonly soglie: Soglie;
  /** Instant of the measure. */
  readonly misurataAlle?: string;
}

/** What the job of the probes counts. */
export interface Misure {
  readonly alle: string;
  readonly recuperiAperti: number;
  readonly notificheInRitardo: number;
  readonly certificatiInScadenza: number;
  readonly certificatiScaduti: number;
  /** Creditors with payments that no flow has told of. */
  readonly senzaFlussi: readonly string[];
  readonly senzaFlussiAlle: string;
  /** Since when each queue was never seen empty. */
  readonly nonVuoteDal: Readonly<Record<string, string>>;
}

export interface Profondita {
  readonly visibili: number;
  readonly inSospeso: number;
}

export interface Osservazioni {
  readonly adesso: string;
  readonly lavori: readonly { readonly nome: string; readonly espressione: string; readonly stato: Lavoro | undefined }[];
  readonly code: ReadonlyMap<string, Profondita>;
  readonly scarti: ReadonlyMap<string, Profondita>;
  readonly misure: Misure | undefined;
  /** Those that somebody changed, by probe. */
  readonly soglie: Readonly<Record<string, Soglie>>;
}

const PREDEFINITE = {
  lavoro: { warn: 60, error: 360 },
  coda: { warn: 1_000, error: 10_000 },
  attesa: { warn: 60, error: 360 },
  scarti: { warn: 1, error: 10 },
  decine: { warn: 10, error: 100 },
  creditori: { warn: 1, error: 5 },
  scaduti: { warn: 1, error: 1 },
} as const satisfies Record<string, Soglie>;

const minutiTra = (da: string, a: string): number => Math.max(0, Math.floor((Date.parse(a) - Date.parse(da)) / 60_000));

const statoDi = (valore: number, { warn, error }: Soglie): StatoSonda => (valore >= error ? "error" : valore >= warn ? "warning" : "ok");

type Misurata = Omit<Sonda, "stato" | "soglie" | "descrizioneStato"> & { readonly predefinite: Soglie; readonly descrizione: string };

const ofLavoro = (adesso: string, { nome, espressione, stato }: Osservazioni["lavori"][number]): Misurata => {
  const { ultimoSuccesso, ultima } = stato ?? {};
  const comune = {
    id: `lavoro-${nome}`,
    nome: `Ritardo del lavoro ${nome}`,
    tipo: "batch",
    unita: "minuti",
    predefinite: PREDEFINITE.lavoro,
  } as const;
  if (ultimoSuccesso === undefined)
    return { ...comune, descrizione: ultima ? `mai conclusa: ${ultima.dettaglio ?? ultima.stato}` : "mai eseguita" };
  const attesa = prossimaEsecuzione(espressione, ultimoSuccesso);
  const inCorso = stato !== undefined && isInCorso(stato, adesso);
  const ritardo = attesa === undefined || attesa > adesso || inCorso ? 0 : minutiTra(attesa, adesso);
  const fallita = ultima?.stato === "FALLITA" ? `, poi fallita: ${ultima.dettaglio ?? ""}` : "";
  return { ...comune, valore: ritardo, misurataAlle: adesso, descrizione: `ultimo successo ${ultimoSuccesso}${fallita}` };
};

const ofCoda = (adesso: string, nome: string, { visibili, inSospeso }: Profondita): Misurata => ({
  tipo: "coda",
  unita: "messaggi",
  ...{ id: `coda-${nome}`, nome: `Messaggi nella coda ${nome}`, valore: visibili, misurataAlle: adesso },
  ...{ predefinite: PREDEFINITE.coda, descrizione: `${visibili} in coda, ${inSospeso} in lavorazione o rimandati` },
});

const ofAttesa = (nome: string, misure: Misure | undefined): Misurata => {
  const dal = misure?.nonVuoteDal[nome];
  return {
    tipo: "coda",
    unita: "minuti",
    ...{ id: `attesa-${nome}`, nome: `Da quanto la coda ${nome} non si vuota` },
    ...(misure && { valore: dal === undefined ? 0 : minutiTra(dal, misure.alle), misurataAlle: misure.alle }),
    ...{ predefinite: PREDEFINITE.attesa, descrizione: dal === undefined ? "vuota all'ultimo sguardo" : `mai vista vuota da ${dal}` },
  };
};

const ofScarti = (adesso: string, nome: string, { visibili }: Profondita): Misurata => ({
  tipo: "coda",
  unita: "messaggi",
  ...{ id: `scarti-${nome}`, nome: `Scarti di ${nome}`, valore: visibili, misurataAlle: adesso },
  ...{ predefinite: PREDEFINITE.scarti, descrizione: `${visibili} messaggi scartati` },
});

const ofMisure = (misure: Misure | undefined): Misurata[] => {
  const voce = (
    id: string,
    nome: string,
    valore: number | undefined,
    predefinite: Soglie,
    descrizione: string,
    alle = misure?.alle,
  ): Misurata => ({
    tipo: "misura",
    unita: "elementi",
    ...{ id, nome, predefinite, descrizione },
    ...(valore !== undefined && alle !== undefined && { valore, misurataAlle: alle }),
  });
  const senza = misure?.senzaFlussi ?? [];
  return [
    voce(
      "recuperi-aperti",
      "Ricevute mancanti in ricerca",
      misure?.recuperiAperti,
      PREDEFINITE.decine,
      "ricevute che pagoPA non ha consegnato",
    ),
    voce(
      "notifiche-in-ritardo",
      "Notifiche non consegnate al primo tentativo",
      misure?.notificheInRitardo,
      PREDEFINITE.decine,
      "in attesa di un altro tentativo",
    ),
    voce(
      ...([
        "flussi-mancanti",
        "Enti con pagamenti senza flusso di rendicontazione",
        misure && senza.length,
        PREDEFINITE.creditori,
      ] as const),
      ...([senza.length === 0 ? "nessun ente" : senza.slice(0, 10).join(", "), misure?.senzaFlussiAlle] as const),
    ),
    voce(
      "certificati-in-scadenza",
      "Certificati e chiavi che scadono entro 30 giorni",
      misure?.certificatiInScadenza,
      PREDEFINITE.decine,
      "GET /scadenze?stato=IN_SCADENZA",
    ),
    voce(
      "certificati-scaduti",
      "Certificati e chiavi scaduti",
      misure?.certificatiScaduti,
      PREDEFINITE.scaduti,
      "GET /scadenze?stato=SCADUTA",
    ),
  ];
};

/** Every probe of the installation, in a stable order: jobs, queues, dead letters, measures. */
export const observe = ({ adesso, lavori, code, scarti, misure, soglie }: Osservazioni): readonly Sonda[] =>
  [
    ...lavori.map((lavoro) => ofLavoro(adesso, lavoro)),
    ...[...code].flatMap(([nome, profondita]) => [ofCoda(adesso, nome, profondita), ofAttesa(nome, misure)]),
    ...[...scarti].map(([nome, profondita]) => ofScarti(adesso, nome, profondita)),
    ...ofMisure(misure),
  ].map(({ predefinite, descrizione, ...sonda }) => {
    const sue = soglie[sonda.id] ?? predefinite;
    return {
      ...sonda,
      soglie: sue,
      descrizioneStato: descrizione,
      ...(sonda.valore !== undefined && { stato: statoDi(sonda.valore, sue) }),
    };
  });
