/**
 * The debts of who has many: enough to see a list go on from page to page, of two creditors, four types, six years and every state that a creditor decides. Loaded the
 * first time that the person comes in, by the call with which a management system loads them: the start of the machine does not wait for them.
 */
import { attendi } from "../comune/guasti.ts";
import type { Contesto } from "../contesto.ts";
import { APPLICAZIONE, basic } from "../credenziali.ts";
import { CREDITORI } from "../seed-dati.ts";
import type { Cittadino } from "./persone.ts";

export const CON_MOLTI_DEBITI = "giuseppina.verdi";

const ANNI = 6;
const MESI_DI_MENSA = [1, 2, 3, 4, 5, 9, 10, 11, 12];
const PER_CHIAMATA = 100;
const TENTATIVI = 3;
const PAUSA_MS = 500;
const FATTO = "molti-debiti-caricati";

interface Carico {
  readonly idPendenza: string;
  readonly azione: "CARICA";
  readonly pendenza: { readonly dataScadenza: string; readonly importo: number } & Readonly<Record<string, unknown>>;
}
type Riga = Carico | Readonly<Record<string, unknown>>;

interface Debito {
  readonly nome: string;
  readonly tipo: "TARI" | "MENSA" | "COSAP" | "LIBERO";
  readonly causale: string;
  readonly importo: number;
  /** Day. */
  readonly scadenza: string;
  readonly anno: number;
  readonly rata?: { readonly documento: string; readonly numero: number };
}

const giorno = (anno: number, mese: number, ultimo: number): string =>
  `${anno}-${String(mese).padStart(2, "0")}-${String(ultimo).padStart(2, "0")}`;
const centesimi = (n: number): number => Math.round(n * 100) / 100;

/** Of one creditor in one year: instalments of a tax, months of school meals, an occupation of ground and a fee. */
const debitiDellAnno = (anno: number): readonly Debito[] => [
  ...[1, 2, 3, 4].map((numero) => ({
    ...{ nome: `TARI-${anno}-${numero}`, tipo: "TARI" as const, causale: `TARI ${anno}, rata ${numero}`, anno },
    ...{ importo: centesimi(41.25 + (anno % 7) + numero), scadenza: giorno(anno, 3 * numero, 28) },
    rata: { documento: `TARI-${anno}`, numero },
  })),
  ...MESI_DI_MENSA.slice(0, 6).map((mese) => ({
    ...{ nome: `MENSA-${anno}-${mese}`, tipo: "MENSA" as const, causale: `Mensa scolastica, ${mese}/${anno}`, anno },
    ...{ importo: centesimi(4.5 * (8 + (mese % 5))), scadenza: giorno(anno, mese, 28) },
  })),
  {
    ...{ nome: `COSAP-${anno}`, tipo: "COSAP", causale: `Occupazione del suolo pubblico ${anno}`, anno },
    ...{ importo: centesimi(120 + (anno % 10)), scadenza: giorno(anno, 4, 30) },
  },
];

const toRiga = (idDominio: string, prefisso: string, { nome, cognome, codiceFiscale, email }: Cittadino, debito: Debito): Carico => ({
  idPendenza: `VERDI-${prefisso}-${debito.nome}`,
  azione: "CARICA",
  pendenza: {
    ...{ idTipoPendenza: debito.tipo, idDominio, causale: debito.causale, importo: debito.importo, annoRiferimento: debito.anno },
    soggettoPagatore: { tipo: "F", identificativo: codiceFiscale, anagrafica: `${nome} ${cognome}`, email },
    dataScadenza: debito.scadenza,
    ...(debito.rata && {
      documento: {
        identificativo: `VERDI-${prefisso}-${debito.rata.documento}`,
        descrizione: debito.causale.split(",")[0],
        rata: debito.rata.numero,
      },
    }),
    voci: [{ idVocePendenza: "1", importo: debito.importo, descrizione: debito.causale, codEntrata: debito.tipo }],
  },
});

/** What the creditor says afterwards: of the years gone by much was paid at the counter, and something was a mistake. */
const toVariazione = (riga: Carico, i: number, oggi: string): Riga[] => {
  const { idPendenza, pendenza } = riga;
  const { dataScadenza: data, importo } = pendenza;
  if (data >= oggi) return i % 11 === 0 ? [{ idPendenza, azione: "ANNULLA", motivo: "Emessa per errore" }] : [];
  if (i % 3 === 0) return [];
  return [
    { idPendenza, azione: "PAGATA_ALTROVE", pagataAltrove: { data, importo, riferimento: `Quietanza ${i + 1}`, mezzo: "Sportello" } },
  ];
};

/** @param oggi day of the machine. */
export const buildMoltiDebiti = (
  persona: Cittadino,
  oggi: string,
): { readonly carichi: readonly Carico[]; readonly variazioni: readonly Riga[] } => {
  const ultimo = Number(oggi.slice(0, 4)) + 1;
  const carichi = CREDITORI.flatMap(({ idDominio, segregationCode }) =>
    Array.from({ length: ANNI }, (_, i) => ultimo - i).flatMap((anno) =>
      debitiDellAnno(anno).map((debito) => toRiga(idDominio, segregationCode, persona, debito)),
    ),
  );
  return { carichi, variazioni: carichi.flatMap((riga, i) => toVariazione(riga, i, oggi)) };
};

const send = async ({ macchina }: Contesto, posizioni: readonly Riga[]): Promise<boolean> => {
  const risposta = await fetch(`${macchina.baseUrl}/portale/v1/posizioni/${APPLICAZIONE.idA2A}`, {
    method: "POST",
    headers: { authorization: basic(APPLICAZIONE), "content-type": "application/json" },
    body: JSON.stringify({ posizioni }),
  });
  await risposta.arrayBuffer();
  return risposta.ok;
};

const sendTutte = async (contesto: Contesto, righe: readonly Riga[]): Promise<boolean> => {
  for (let da = 0; da < righe.length; da += PER_CHIAMATA) {
    const lotto = righe.slice(da, da + PER_CHIAMATA);
    let riuscita = false;
    for (let volta = 0; volta < TENTATIVI && !riuscita; volta++) {
      if (volta > 0) await attendi(PAUSA_MS);
      riuscita = await send(contesto, lotto).catch(() => false);
    }
    if (!riuscita) return false;
  }
  return true;
};

/** Once for each machine, and once at a time; a login is not lost for it, and the next one tries again. */
export const createCaricamento = (contesto: Contesto): ((persona: Cittadino) => Promise<void>) => {
  const fatti = contesto.archivio.raccolta<true>("cittadini");
  let inCorso: Promise<void> | undefined;
  const load = async (persona: Cittadino): Promise<void> => {
    const { carichi, variazioni } = buildMoltiDebiti(persona, contesto.istante().slice(0, 10));
    if ((await sendTutte(contesto, carichi)) && (await sendTutte(contesto, variazioni))) fatti.put(FATTO, true);
    inCorso = undefined;
  };
  return async (persona) => {
    if (persona.id !== CON_MOLTI_DEBITI || fatti.get(FATTO)) return;
    inCorso ??= load(persona);
    await inCorso;
  };
};
