/** A payment in the words of its receipt: right, in part, twice, of another amount; by the debtor or by others; after an annulment. */
import type { Pendenza, VoceStoria } from "../pendenze/pendenza.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { giornoDi } from "../valori/date.ts";
import type { TipoFatto } from "./catalogo-fatti.ts";
import { autoreDiPagamento, type DettagliFatto, type Fatto, idFatto } from "./fatto.ts";

const paganteDi = ({ versante }: Ricevuta, { debitore, anonimizzata }: Pendenza): DettagliFatto =>
  versante === undefined || anonimizzata !== undefined
    ? {}
    : { pagante: versante.identificativo.toUpperCase() === debitore.identificativo.toUpperCase() ? "DEBITORE" : "ALTRI" };

const dettagliDi = (ricevuta: Ricevuta, pendenza: Pendenza): DettagliFatto => ({
  importo: ricevuta.importo,
  idRicevuta: ricevuta.idRicevuta,
  ...(ricevuta.denominazionePsp !== "" && { psp: ricevuta.denominazionePsp }),
  giorno: giornoDi(ricevuta.dataPagamento),
  ...(ricevuta.ccp !== undefined && { ccp: ricevuta.ccp }),
  ...((ricevuta.provenienza === "RECUPERO" || ricevuta.provenienza === "MANUALE") && { provenienza: ricevuta.provenienza }),
  ...paganteDi(ricevuta, pendenza),
});

const codiceDi = (segnalazione: unknown): unknown =>
  typeof segnalazione === "object" && segnalazione !== null && "codice" in segnalazione ? segnalazione.codice : undefined;

/** On the receipt, and on the debt when it changed. */
const codiciDi = (campi: VoceStoria["campi"], ricevuta: Ricevuta | undefined): readonly unknown[] => {
  const dellaPendenza: unknown = campi["segnalazioni"]?.dopo;
  return [...(ricevuta?.segnalazioni ?? []), ...(Array.isArray(dellaPendenza) ? dellaPendenza : [])].map(codiceDi);
};

const TIPI: Readonly<Record<string, TipoFatto>> = { pagaParziale: "PAGATA_IN_PARTE", completaRicevuta: "RICEVUTA_ARRIVATA" };

export const pagamentoDi = (
  evento: string,
  campi: VoceStoria["campi"],
  ricevuta: Ricevuta | undefined,
  pendenza: Pendenza,
): readonly [TipoFatto, DettagliFatto] => {
  const codici = codiciDi(campi, ricevuta);
  const anomala = codici.includes("PAGAMENTO_DUPLICATO") ? "PAGATA_DUE_VOLTE" : "PAGATA_CON_ALTRO_IMPORTO";
  return [
    evento === "pagaAnomala" ? anomala : (TIPI[evento] ?? "PAGATA"),
    {
      ...(ricevuta && dettagliDi(ricevuta, pendenza)),
      ...(codici.includes("PAGATA_DOPO_ANNULLAMENTO") && { dopoAnnullamento: true }),
    },
  ];
};

/** A receipt that changed nothing of the debt left no entry in its history: of a payment that failed, or one that repeats another. */
export const fattoDiRicevuta = (ricevuta: Ricevuta, pendenza: Pendenza): Fatto<TipoFatto> => {
  const { importo, psp, idRicevuta, ccp, ...altri } = dettagliDi(ricevuta, pendenza);
  const fallita = ricevuta.esito === "KO";
  return {
    id: idFatto("2", "ricevuta", ricevuta.idRicevuta),
    data: ricevuta.dataRicezione,
    tipo: fallita ? "PAGAMENTO_NON_RIUSCITO" : "RICEVUTA_SENZA_EFFETTO",
    autore: autoreDiPagamento(ricevuta.prova),
    dettagli: {
      ...(idRicevuta !== undefined && { idRicevuta }),
      ...(psp !== undefined && { psp }),
      ...(ccp !== undefined && { ccp }),
      ...(!fallita && importo !== undefined && { importo, ...altri }),
    },
  };
};
