/** Receipts (reference 2.5), as this API and the creditor's system (API EC v2) read them. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { encodeTesto } from "../../domain/valori/codifica.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import { presentSoggetto } from "../comuni/soggetto.ts";
import { type Nomi, presentDominio, presentSegnalazioni } from "./comune.ts";
import { presentPendenzaPagata } from "./pendenza-pagata.ts";

const ESITI = { OK: "ESEGUITO", KO: "NON_ESEGUITO" } as const;

export const presentRicevutaIndex = (nomi: Nomi) => (ricevuta: Ricevuta) =>
  definiti({
    dominio: presentDominio(ricevuta.idDominio, nomi),
    iuv: ricevuta.iuv,
    idRicevuta: ricevuta.idRicevuta,
    importo: toNumeroJson(ricevuta.importo),
    esito: ESITI[ricevuta.esito],
    istitutoAttestante: {
      idPSP: ricevuta.idPsp,
      denominazione: ricevuta.denominazionePsp,
      idCanale: ricevuta.idCanale,
      descrizione: ricevuta.descrizioneCanale,
    },
    versante: ricevuta.versante && presentSoggetto(ricevuta.versante),
    data: toIsoRoma(ricevuta.dataRicezione),
    dataPagamento: toIsoRoma(ricevuta.dataPagamento),
    prova: ricevuta.prova,
  });

/** The legacy family under the name of its type in the XSD. */
const TIPI_RPT = { ctPaymentPA: "ctPaymentPA", ctPaymentPAV2: "ctPaymentPAV2", RPT: "ctRichiestaPagamentoTelematico" } as const;

type Per = Parameters<typeof presentPendenzaPagata>[5];

/** The debt with, for each item, what this receipt collected. */
const presentPagata = (ricevuta: Ricevuta, { pendenza, riscossioni }: Posizione, nomi: Nomi, per: Per | undefined) => {
  if (!pendenza) return undefined;
  const sue = riscossioni.filter(({ iur }) => iur === ricevuta.idRicevuta);
  return presentPendenzaPagata(pendenza, new Map<string, Creditore>(), ricevuta.dataRicezione, sue, nomi, per);
};

const findTentativo = ({ idRicevuta, ccp }: Ricevuta, tentativi: readonly Tentativo[]): Tentativo | undefined =>
  tentativi.find((t) => t.idRicevuta === idRicevuta) ?? tentativi.find((t) => t.ccp === ccp);

const base64Di = (testo: string, { originale: { codifica = "UTF-8" } }: Ricevuta): string =>
  Buffer.from(encodeTesto({ testo, codifica })).toString("base64");

/** @param originale the message as it came, when it was read: it goes out in base64. @param per the API that was asked, when it is another. */
export const presentRicevuta = (ricevuta: Ricevuta, posizione: Posizione, ragioneSociale: string, originale?: string, per?: Per) => {
  const nomi = new Map([[ricevuta.idDominio, ragioneSociale]]);
  const tentativo = findTentativo(ricevuta, posizione.tentativi);
  return {
    ...presentRicevutaIndex(nomi)(ricevuta),
    ...definiti({
      idPagamento: tentativo?.idPagamento,
      pendenza: presentPagata(ricevuta, posizione, nomi, per),
      rpt: tentativo && { tipo: TIPI_RPT[tentativo.tipoRpt], json: { ...tentativo.rpt } },
    }),
    segnalazioni: presentSegnalazioni(ricevuta.segnalazioni),
    rt: {
      tipo: ricevuta.primitiva === "paaInviaRT" ? ("ctRicevutaTelematica" as const) : ("ctReceipt" as const),
      ...(originale !== undefined && { xml: base64Di(originale, ricevuta) }),
      json: { ...ricevuta.rt },
    },
    modello: tentativo?.modello ?? ("Pagamento ad iniziativa PSP" as const),
  };
};
