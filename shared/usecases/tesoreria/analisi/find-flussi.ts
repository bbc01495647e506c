/** From what the bank's text says of flows to the flows themselves, or to the reason why they are not there. */
import { seesDominio } from "../../../domain/anagrafiche/applicazione.ts";
import type { Flusso } from "../../../domain/rendicontazioni/flusso.ts";
import { normalizeTrn } from "../../../domain/riscontri/chiavi.ts";
import { type Spiegazione, spiega } from "../../../domain/tesoreria/analisi/spiegazioni.ts";
import type { FlussoInCausale } from "../../../domain/tesoreria/causali/leggi.ts";
import { normalizeIdFlusso } from "../../../domain/valori/causale.ts";
import { addGiorni, giornoDi, isGiorno } from "../../../domain/valori/date.ts";
import { type Domanda, joinRitrovamenti, NIENTE, type PorteAnalisi, type Ritrovamento } from "./porte.ts";

/** Readings of one id that are looked up: each is a request. */
const LETTURE_MASSIME = 4;
const CANDIDATI_MASSIMI = 20;
/** Days around the credit in which a flow of the same amount is worth showing. */
const FINESTRA_GIORNI = 10;

/** Of each PSP that used an id, the revision that counts. */
const inVigore = (revisioni: readonly Flusso[]): readonly Flusso[] => {
  const perPsp = new Map<string, Flusso>();
  for (const flusso of revisioni.toSorted((a, b) => Number(b.obsoleto) - Number(a.obsoleto) || a.revisione - b.revisione))
    perPsp.set(`${flusso.idFlusso}#${flusso.idPsp}`, flusso);
  return [...perPsp.values()];
};

const giorniTra = (da: string, a: string): number => Math.round((Date.parse(a) - Date.parse(da)) / 86_400_000);

/** What its state, and its past, say of a flow that is there. */
async function explainFlusso(
  porte: PorteAnalisi,
  { idDominio, idMovimento }: Domanda,
  flusso: Flusso,
  revisioni: readonly Flusso[],
): Promise<readonly Spiegazione[]> {
  const { idFlusso, stato } = flusso;
  if (stato === "IN_ACQUISIZIONE") return [spiega("FLUSSO_IN_ARRIVO", idFlusso)];
  if (stato === "RIFIUTATO") return [spiega("FLUSSO_ILLEGGIBILE", idFlusso)];
  const psp = flusso.ragioneSocialePsp ?? flusso.idPsp;
  const trovato = [
    spiega("FLUSSO_TROVATO", idFlusso, psp, flusso.numeroPagamenti, flusso.importoTotale),
    ...(stato === "ANOMALO"
      ? [
          spiega(
            "FLUSSO_ANOMALO",
            idFlusso,
            flusso.segnalazioni.map(({ descrizione }) => descrizione),
          ),
        ]
      : []),
  ];
  const id = revisioni.find((r) => r.idPsp === flusso.idPsp && r.idRiconciliazione !== undefined)?.idRiconciliazione;
  if (id === undefined) return trovato;
  const riconciliazione = await porte.rendicontazioni.getRiconciliazione(idDominio, id);
  const propria = idMovimento !== undefined && riconciliazione?.movimenti?.some((m) => m.idMovimento === idMovimento);
  const quando = riconciliazione && giornoDi(riconciliazione.data);
  return propria
    ? [...trovato, spiega("COLLEGATO", `riconciliazione ${id}.`)]
    : [...trovato, spiega("GIA_RICONCILIATO", idFlusso, id, quando)];
}

async function toRitrovamento(
  porte: PorteAnalisi,
  domanda: Domanda,
  revisioni: readonly Flusso[],
  altre: readonly Spiegazione[] = [],
): Promise<Ritrovamento> {
  const tutti = inVigore(revisioni);
  const esatti = tutti.filter(({ importoTotale }) => importoTotale === domanda.importo);
  // Two PSPs may use the same id: the amount tells which of them paid.
  const scelti = tutti.length > 1 && esatti.length > 0 ? esatti : tutti;
  const spiegazioni = await Promise.all(scelti.map((flusso) => explainFlusso(porte, domanda, flusso, revisioni)));
  const visibili = scelti.filter(({ stato }) => stato === "ACQUISITO" || stato === "ANOMALO");
  return { ...NIENTE, flussi: visibili, spiegazioni: [...altre, ...spiegazioni.flat()] };
}

/** Whose it is, if the caller may know; otherwise that it has not come. */
async function explainAssente(
  porte: PorteAnalisi,
  { idDominio, chiamante }: Domanda,
  { idFlusso, letture }: FlussoInCausale,
): Promise<Ritrovamento> {
  const omonimi = await porte.rendicontazioni.findFlussiByNome(letture[0] ?? idFlusso);
  const altrui = omonimi.find((f) => f.idDominio !== idDominio && f.stato !== "IN_ACQUISIZIONE" && seesDominio(chiamante, f.idDominio));
  if (altrui) {
    const ente = await porte.anagrafiche.getCreditore(altrui.idDominio);
    return { ...NIENTE, spiegazioni: [spiega("ALTRO_DOMINIO", altrui.idFlusso, ente?.dominio.ragioneSociale ?? altrui.idDominio)] };
  }
  const giorno = idFlusso.slice(0, 10);
  if (!isGiorno(giorno)) return { ...NIENTE, spiegazioni: [spiega("FLUSSO_SCONOSCIUTO", idFlusso)] };
  const trascorsi = Math.max(0, giorniTra(giorno, giornoDi(porte.clock.now())));
  return { ...NIENTE, spiegazioni: [spiega("FLUSSO_NON_PUBBLICATO", idFlusso, giorno, trascorsi)] };
}

/** Flows that begin with what the bank left of an id: one, the one of that amount, or all those that it might be. */
async function findByInizio(porte: PorteAnalisi, domanda: Domanda, { idFlusso }: FlussoInCausale): Promise<Ritrovamento | undefined> {
  const giorno = idFlusso.slice(0, 10);
  if (!isGiorno(giorno)) return undefined;
  const delGiorno = await porte.prove.findFlussiByGiorno(domanda.idDominio, giorno);
  const revisioni = delGiorno.filter((f) => normalizeIdFlusso(f.idFlusso).startsWith(idFlusso));
  const candidati = inVigore(revisioni);
  if (candidati.length === 0) return undefined;
  const esatti = candidati.filter(({ importoTotale }) => importoTotale === domanda.importo);
  const [scelto] = candidati.length === 1 ? candidati : esatti.length === 1 ? esatti : [];
  if (!scelto)
    return {
      ...NIENTE,
      candidati: candidati.slice(0, CANDIDATI_MASSIMI),
      spiegazioni: [spiega("CHIAVE_AMBIGUA", idFlusso, candidati.length)],
    };
  const come = spiega(candidati.length === 1 ? "CHIAVE_TAGLIATA" : "CHIAVE_TAGLIATA_IMPORTO", idFlusso, scelto.idFlusso);
  return toRitrovamento(
    porte,
    domanda,
    revisioni.filter((f) => f.idFlusso === scelto.idFlusso && f.idPsp === scelto.idPsp),
    [come],
  );
}

/** At most seven requests: four readings, one day, one name, one reconciliation. */
async function findFlusso(porte: PorteAnalisi, domanda: Domanda, letto: FlussoInCausale): Promise<Ritrovamento> {
  for (const lettura of letto.letture.slice(0, LETTURE_MASSIME)) {
    const revisioni = await porte.rendicontazioni.findRevisioni(domanda.idDominio, lettura);
    if (revisioni.length > 0) return toRitrovamento(porte, domanda, revisioni);
  }
  return (await findByInizio(porte, domanda, letto)) ?? explainAssente(porte, domanda, letto);
}

export const findFlussi = async (porte: PorteAnalisi, domanda: Domanda, letti: readonly FlussoInCausale[]): Promise<Ritrovamento> =>
  joinRitrovamenti(await Promise.all(letti.map((letto) => findFlusso(porte, domanda, letto))));

/** Flows that a movement without readable keys may pay: by the reference of the transfer, else by amount and days. At most two requests. */
export async function findSenzaChiave(porte: PorteAnalisi, domanda: Domanda): Promise<Ritrovamento> {
  const { idDominio, importo, giorno } = domanda;
  const trn = normalizeTrn(domanda.sct);
  const perTrn = trn === undefined ? [] : await porte.prove.findFlussiByTrn(idDominio, trn);
  if (trn !== undefined && perTrn.length > 0) return toRitrovamento(porte, domanda, perTrn, [spiega("TRN_TROVATO", trn)]);
  if (importo === undefined || giorno === undefined) return NIENTE;
  const giorni = { da: addGiorni(giorno, -FINESTRA_GIORNI), a: addGiorni(giorno, 2) };
  const candidati = inVigore(await porte.prove.findFlussiByImporto(idDominio, giorni, { da: importo, a: importo })).filter(
    ({ stato, idRiconciliazione }) => stato !== "IN_ACQUISIZIONE" && idRiconciliazione === undefined,
  );
  if (candidati.length === 0) return NIENTE;
  return { ...NIENTE, candidati: candidati.slice(0, CANDIDATI_MASSIMI), spiegazioni: [spiega("CANDIDATI_PER_IMPORTO", candidati.length)] };
}
