/** What the probes cannot ask in one request, counted in the background: searches open, notifications late, certificates, creditors without flows. */
import { statoScadenza } from "../../domain/scadenze/scadenza.ts";
import type { Misure } from "../../domain/sonde/sonde.ts";
import { addGiorni, addMinuti, fineGiorno, giornoDi } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Notifiche } from "../../ports/notifiche.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Recuperi } from "../../ports/recuperi.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { ArchivioScadenze } from "../../ports/scadenze.ts";
import type { ProfonditaCode, Sonde } from "../../ports/sonde.ts";

export interface PorteMisure {
  /** Names of the queues. */
  readonly code: readonly string[];
  readonly sonde: Pick<Sonde, "getMisure" | "saveMisure">;
  readonly profondita: Pick<ProfonditaCode, "depthsOf">;
  readonly recuperi: Pick<Recuperi, "countAperti">;
  readonly notifiche: Pick<Notifiche, "countInRitardo">;
  readonly scadenze: Pick<ArchivioScadenze, "get">;
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly posizioni: Pick<Posizioni, "findRicevute">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findFlussi">;
  readonly clock: Clock;
}

/** Beyond, it does not matter how many. */
const TETTO = 1_000;
/** The PSPs publish within two working days: five calendar days cover a long weekend. */
const GIORNI_SENZA_FLUSSI = 5;
/** Two requests per creditor: three times a day is enough for what changes in days. */
const MINUTI_TRA_CONTROLLI = 8 * 60;
const INSIEME = 10;
const UNO = { limite: 1, salta: 0, totale: false };

/** Has receipts older than five days, and no flow issued since the last of them. */
const isSenzaFlussi = async ({ posizioni, rendicontazioni, clock }: PorteMisure, idDominio: string): Promise<boolean> => {
  const limite = fineGiorno(addGiorni(giornoDi(clock.now()), -GIORNI_SENZA_FLUSSI));
  const domini = [idDominio];
  const [ricevute, flussi] = await Promise.all([
    posizioni.findRicevute({ domini, a: limite, ordine: "desc" }, UNO),
    rendicontazioni.findFlussi({ domini, ordine: "desc", escludiObsoleti: false }, UNO),
  ]);
  const [ricevuta] = ricevute.elementi;
  const [flusso] = flussi.elementi;
  return ricevuta !== undefined && (flusso === undefined || flusso.dataFlusso < ricevuta.dataRicezione);
};

const findSenzaFlussi = async (porte: PorteMisure): Promise<readonly string[]> => {
  const domini = (await porte.registro.list("dominio")).filter(({ abilitato }) => abilitato).map(({ idDominio }) => idDominio);
  const senza: string[] = [];
  for (let i = 0; i < domini.length; i += INSIEME) {
    const lotto = domini.slice(i, i + INSIEME);
    const esiti = await Promise.all(lotto.map((idDominio) => isSenzaFlussi(porte, idDominio)));
    senza.push(...lotto.filter((_idDominio, n) => esiti[n]));
  }
  return senza;
};

const contaScadenze = async ({ scadenze, clock }: PorteMisure): Promise<{ inScadenza: number; scaduti: number }> => {
  const oggi = giornoDi(clock.now());
  const stati = ((await scadenze.get())?.scadenze ?? []).map((scadenza) => statoScadenza(scadenza, oggi));
  return { inScadenza: stati.filter((s) => s === "IN_SCADENZA").length, scaduti: stati.filter((s) => s === "SCADUTA").length };
};

/** Answers the figures; run twice at once it measures twice the same. */
export const createMeasureSonde = (porte: PorteMisure) => async (): Promise<Readonly<Record<string, number>>> => {
  const adesso = porte.clock.now();
  const prima = await porte.sonde.getMisure();
  const daRifare = prima === undefined || addMinuti(prima.senzaFlussiAlle, MINUTI_TRA_CONTROLLI) <= adesso;
  const [recuperiAperti, notificheInRitardo, certificati, profondita, senzaFlussi] = await Promise.all([
    porte.recuperi.countAperti(TETTO),
    porte.notifiche.countInRitardo(TETTO),
    contaScadenze(porte),
    porte.profondita.depthsOf(porte.code),
    daRifare ? findSenzaFlussi(porte) : prima.senzaFlussi,
  ]);
  const piene = [...profondita].filter(([, { visibili }]) => visibili > 0).map(([nome]) => nome);
  const misure: Misure = {
    ...{ alle: adesso, recuperiAperti, notificheInRitardo, senzaFlussi },
    ...{ certificatiInScadenza: certificati.inScadenza, certificatiScaduti: certificati.scaduti },
    senzaFlussiAlle: daRifare ? adesso : prima.senzaFlussiAlle,
    nonVuoteDal: Object.fromEntries(piene.map((nome) => [nome, prima?.nonVuoteDal[nome] ?? adesso])),
  };
  await porte.sonde.saveMisure(misure);
  return { recuperiAperti, notificheInRitardo, codeNonVuote: piene.length, entiSenzaFlussi: senzaFlussi.length };
};
