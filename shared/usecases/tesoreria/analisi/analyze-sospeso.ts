/**
 * "Che cosa c'è in questo sospeso?": the flows and the payments inside a credit, or exactly why they cannot be told. Requests are bounded by the keys that are
 * looked at (three flows, five IUV, five IUR): a flow of a hundred rows named in full costs four, the worst text about eighty.
 */

import type { RegolaRegistrata } from "../../../domain/abbinamenti/abbinamento.ts";
import { type Chiamante, seesDominio } from "../../../domain/anagrafiche/applicazione.ts";
import { definiti } from "../../../domain/definiti.ts";
import { type Esito, ok } from "../../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../../domain/rifiuto.ts";
import type { Analisi, EsitoAnalisi, RichiestaAnalisi } from "../../../domain/tesoreria/analisi/analisi.ts";
import { type Spiegazione, spiega } from "../../../domain/tesoreria/analisi/spiegazioni.ts";
import { type CausaleLetta, hasChiavi, readCausale } from "../../../domain/tesoreria/causali/leggi.ts";
import { formaNormalizzata, sembraPagoPa } from "../../../domain/tesoreria/causali/sconosciute.ts";
import { importoNetto, type Movimento } from "../../../domain/tesoreria/movimento-registrato.ts";
import { normalizeIdFlusso } from "../../../domain/valori/causale.ts";
import { giornoDi } from "../../../domain/valori/date.ts";
import { sumImporti } from "../../../domain/valori/importo.ts";
import { findFlussi, findSenzaChiave } from "./find-flussi.ts";
import { findPagamenti } from "./find-pagamenti.ts";
import { type Domanda, joinRitrovamenti, NIENTE, type PorteAnalisi, type Ritrovamento } from "./porte.ts";
import { readContenuto } from "./read-contenuto.ts";

/** Keys of one text that are looked up; the others are named. */
const FLUSSI_ESAMINATI = 3;
const CODICI_ESAMINATI = 5;

type RifiutoAnalisi = Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO" | "NON_PROCESSABILE">;

async function findMovimento(
  { tesoreria }: PorteAnalisi,
  { idDominio, idMovimento, numeroSospeso, esercizio }: RichiestaAnalisi,
): Promise<Esito<Movimento | undefined, RifiutoAnalisi>> {
  if (idMovimento !== undefined) {
    const movimento = await tesoreria.getMovimento(idDominio, idMovimento);
    return movimento ? ok(movimento) : rifiuto("NON_TROVATO", `movimento ${idMovimento}`);
  }
  if (numeroSospeso === undefined) return ok(undefined);
  const trovati = await tesoreria.findMovimentiBySospeso(idDominio, numeroSospeso, esercizio);
  const entrate = trovati.some(({ segno }) => segno === "ENTRATA") ? trovati.filter(({ segno }) => segno === "ENTRATA") : trovati;
  if (entrate.length === 0)
    return rifiuto("NON_TROVATO", `sospeso ${numeroSospeso}${esercizio === undefined ? "" : ` dell'esercizio ${esercizio}`}`);
  if (entrate.length > 1) {
    const quali = entrate.map((m) => `${m.esercizio ?? "senza esercizio"} (movimento ${m.id})`).join(", ");
    return rifiuto("NON_PROCESSABILE", `numeroSospeso ${numeroSospeso}: è di più movimenti, ${quali}; indicare esercizio o idMovimento`);
  }
  return ok(entrate[0]);
}

interface Memoria {
  readonly esclusa?: RegolaRegistrata;
  readonly spiegazioni: readonly Spiegazione[];
  /** What the movement is linked to: it counts more than its text. */
  readonly collegati: Pick<CausaleLetta, "flussi" | "iuv">;
}

const SENZA_MEMORIA: Memoria = { spiegazioni: [], collegati: { flussi: [], iuv: [] } };

/** What the matching and the people already decided of the movement. One request. */
async function readMemoria({ abbinamenti }: PorteAnalisi, movimento: Movimento): Promise<Memoria> {
  const { abbinamento, regole } = await abbinamenti.getMemoria(movimento.idDominio, movimento.id);
  const esclusa = regole.find(({ decisione, revoca }) => decisione === "NON_PAGOPA" && revoca === undefined);
  const collegamenti = abbinamento?.collegamenti ?? [];
  const flussi = collegamenti.flatMap(({ oggetto }) => (oggetto.tipo === "FLUSSO" ? [normalizeIdFlusso(oggetto.idFlusso)] : []));
  const iuv = collegamenti.flatMap(({ oggetto }) => (oggetto.tipo === "TRASFERIMENTO" ? [oggetto.iuv] : []));
  return {
    ...definiti({ esclusa }),
    spiegazioni: collegamenti.map(({ frase }) => spiega("COLLEGATO", frase)),
    collegati: {
      flussi: flussi.map((idFlusso) => ({ idFlusso, integrita: "intero", inFondo: false, letture: [idFlusso] })),
      iuv: [...new Set(iuv)],
    },
  };
}

const explainStato = ({ segno, stato }: Movimento): readonly Spiegazione[] => [
  ...(segno === "USCITA" ? [spiega("USCITA")] : []),
  ...(stato === "STORNATO" ? [spiega("STORNATO")] : []),
];

/** Money of one flow may come in several credits: then they are told together. Two requests per flow. */
async function explainImporto(
  { tesoreria }: PorteAnalisi,
  { idDominio, importo }: Domanda,
  { flussi }: Ritrovamento,
  trovato: bigint,
): Promise<readonly Spiegazione[]> {
  if (importo === undefined) return [];
  if (importo === trovato) return [spiega("IMPORTO_UGUALE", trovato)];
  const accrediti = await Promise.all(
    flussi.slice(0, FLUSSI_ESAMINATI).map(async ({ idFlusso }) => {
      const netti = (await tesoreria.findMovimentiByFlusso(idDominio, idFlusso))
        .filter(({ segno }) => segno === "ENTRATA")
        .map(importoNetto)
        .filter((i) => i > 0n);
      return netti.length > 1 ? [spiega("PIU_ACCREDITI", idFlusso, netti.length, sumImporti(netti))] : [];
    }),
  );
  return [spiega("IMPORTO_DIVERSO", importo, trovato), ...accrediti.flat()];
}

type Chiavi = Pick<CausaleLetta, "flussi" | "iuv" | "iur">;

/** What a person decided of the texts of this shape. One request, only when there is no key. */
async function readDecisione(
  { causali }: PorteAnalisi,
  { idDominio }: Domanda,
  letta: Chiavi,
  causale: string,
): Promise<Spiegazione | undefined> {
  if (hasChiavi(letta)) return undefined;
  const decisione = await causali.getDecisione(idDominio, formaNormalizzata(causale));
  return decisione?.decisione === "NON_PAGOPA" ? spiega("DICHIARATO_NON_PAGOPA", decisione.principal, giornoDi(decisione.data)) : undefined;
}

/** Everything that the text, or the reference of the transfer, leads to. */
async function search(
  porte: PorteAnalisi,
  domanda: Domanda,
  letta: Chiavi,
  riga: { readonly causale: string; readonly ordinante?: string },
): Promise<Ritrovamento> {
  const decisa = await readDecisione(porte, domanda, letta, riga.causale);
  if (decisa) return { ...NIENTE, spiegazioni: [decisa] };
  const interi = letta.flussi.slice(0, FLUSSI_ESAMINATI);
  const codici = { iuv: letta.iuv.slice(0, CODICI_ESAMINATI), iur: letta.iur.slice(0, CODICI_ESAMINATI) };
  const trovato = joinRitrovamenti(await Promise.all([findFlussi(porte, domanda, interi), findPagamenti(porte, domanda, codici)]));
  const altre = letta.flussi.length + letta.iuv.length + letta.iur.length - interi.length - codici.iuv.length - codici.iur.length;
  const resto = altre > 0 ? [spiega("CHIAVI_NON_ESAMINATE", altre)] : [];
  if (trovato.flussi.length + trovato.riscossioni.length + trovato.candidati.length > 0)
    return { ...trovato, spiegazioni: [...trovato.spiegazioni, ...resto] };
  const altrove = await findSenzaChiave(porte, domanda);
  const muto = hasChiavi(letta) || altrove.flussi.length > 0 ? [] : [spiega(sembraPagoPa(riga) ? "SEMBRA_PAGOPA" : "NON_PAGOPA")];
  return joinRitrovamenti([trovato, altrove, { ...NIENTE, spiegazioni: [...muto, ...resto] }]);
}

const chooseEsito = (
  { flussi, riscossioni, candidati, spiegazioni }: Ritrovamento,
  importo: bigint | undefined,
  trovato: bigint,
): EsitoAnalisi => {
  if (flussi.length + riscossioni.length > 0) return importo === undefined || importo === trovato ? "TROVATO" : "IMPORTO_DIVERSO";
  if (candidati.length > 0) return "DA_SCEGLIERE";
  return spiegazioni.some(({ codice }) => codice === "NON_PAGOPA" || codice === "DICHIARATO_NON_PAGOPA") ? "NON_PAGOPA" : "NON_TROVATO";
};

export const analyzeSospeso =
  (porte: PorteAnalisi) =>
  async (richiesta: RichiestaAnalisi, chiamante: Chiamante): Promise<Esito<Analisi, RifiutoAnalisi>> => {
    const { idDominio, daRiga } = richiesta;
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    const cercato = await findMovimento(porte, richiesta);
    if (!cercato.ok) return cercato;
    const movimento = cercato.valore;
    const riga = { causale: movimento?.causale ?? richiesta.testo ?? "", ...definiti({ ordinante: movimento?.ordinante }) };
    const letta = readCausale(riga.causale);
    const importo = richiesta.importo ?? (movimento && importoNetto(movimento));
    const domanda: Domanda = {
      ...{ idDominio, chiamante },
      ...definiti({
        importo,
        giorno: richiesta.dataValuta ?? movimento?.dataValuta ?? movimento?.dataContabile,
        sct: movimento?.sct,
        idMovimento: movimento?.id,
      }),
    };
    const base = { idDominio, letta, ...definiti({ movimento, importo }) };
    const memoria = movimento ? await readMemoria(porte, movimento) : SENZA_MEMORIA;
    const stato = movimento ? explainStato(movimento) : [];
    const chiuso = stato.length > 0 || memoria.esclusa !== undefined;
    const { collegati } = memoria;
    const chiavi = collegati.flussi.length + collegati.iuv.length > 0 ? { ...collegati, iur: [] } : letta;
    const trovato = chiuso ? NIENTE : await search(porte, domanda, chiavi, riga);
    const importoTrovato = sumImporti([...trovato.flussi.map((f) => f.importoTotale), ...trovato.riscossioni.map((r) => r.importo)]);
    const isTrovato = trovato.flussi.length + trovato.riscossioni.length > 0;
    const [contenuto, sugliImporti] = await Promise.all([
      readContenuto(porte, idDominio, trovato, daRiga, chiamante),
      isTrovato ? explainImporto(porte, domanda, trovato, importoTrovato) : [],
    ]);
    const { esclusa } = memoria;
    const dichiarato = esclusa ? [spiega("DICHIARATO_NON_PAGOPA", esclusa.principal, giornoDi(esclusa.data))] : [];
    return ok({
      ...base,
      ...contenuto,
      esito: esclusa ? "NON_PAGOPA" : chooseEsito(trovato, importo, importoTrovato),
      importoTrovato,
      flussi: trovato.flussi,
      candidati: trovato.candidati,
      spiegazioni: [...stato, ...dichiarato, ...memoria.spiegazioni, ...trovato.spiegazioni, ...sugliImporti, ...contenuto.spiegazioni],
    });
  };
