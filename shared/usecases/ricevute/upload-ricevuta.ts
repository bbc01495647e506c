/**
 * A receipt uploaded by an operator: it must be of ours, agree with itself and with what the flows say, and pay a notice we know; then it is registered by the
 * same routine as the Node's, at once, because somebody waits for the outcome. Idempotent by receiptId.
 */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { RichiestaRicevuta } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { findContrasto } from "../../domain/ricevute/ricevuta-caricata.ts";
import { chiaveDi, findAlterazione, findIncoerenze, type RicevutaInArrivo } from "../../domain/ricevute/ricevuta-nodo.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { CheckTestata } from "../pagamenti/check-testata.ts";
import { findRiferimenti, type Riferimenti } from "../rendicontazioni/get-flusso.ts";

export type RicevutaDaCaricare = Pick<RicevutaInArrivo, "primitiva" | "richiesta" | "rt">;

export type CodiceRicevutaCaricata =
  | "NON_AUTORIZZATO"
  | "PAA_ID_DOMINIO_ERRATO"
  | "PAA_ID_INTERMEDIARIO_ERRATO"
  | "PAA_STAZIONE_INT_ERRATA"
  | "PAA_RPT_SCONOSCIUTA"
  | "PAA_RECEIPT_DUPLICATA"
  | "PAA_SEMANTICA";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getIntermediario">;
  readonly posizioni: Pick<Posizioni, "getPosizione" | "getPendenza" | "getPendenze">;
  readonly checkTestata: CheckTestata;
  readonly clock: Clock;
}

export interface EsitoCaricamento extends Pick<Riferimenti, "creditori"> {
  readonly nuova: boolean;
  readonly idRicevuta: string;
  readonly posizione: Posizione;
  readonly adesso: string;
}

/** What a receipt says of how it came to be, not against itself. */
const NON_INCOERENTI: readonly string[] = ["STAND_IN"];
const CODICI_TESTATA = ["PAA_ID_DOMINIO_ERRATO", "PAA_ID_INTERMEDIARIO_ERRATO", "PAA_STAZIONE_INT_ERRATA"] as const;

/** Whether a receipt is of that attempt: its payment code, and in the legacy family its payment context. */
export const isRicevutaDi = (
  { primitiva, richiesta, rt }: RicevutaDaCaricare,
  { idDominio, iuv, ccp, idRicevuta }: Pick<Tentativo, "idDominio" | "iuv" | "ccp" | "idRicevuta">,
): boolean => {
  const chiave = chiaveDi({ primitiva, richiesta, ...(rt && { rt }), ricevutaAlle: "", originale: { digest: "" } });
  if (chiave.idDominio !== idDominio || chiave.iuv !== iuv) return false;
  if (idRicevuta !== undefined && idRicevuta !== richiesta.receipt.receiptId) return false;
  return rt === undefined || rt.datiPagamento.CodiceContestoPagamento === ccp;
};

/** @returns whether it is already here; the reason of the refusal otherwise. */
export const uploadRicevuta = (porte: Porte) => {
  const { anagrafiche, posizioni, checkTestata, clock } = porte;

  /** As at the endpoint of the Node, whose credentials the intermediary vouches for. */
  const checkDestinatario = async ({
    idPA,
    idBrokerPA,
    idStation,
  }: RichiestaRicevuta): Promise<Esito<void, Rifiuto<CodiceRicevutaCaricata>>> => {
    const intermediario = await anagrafiche.getIntermediario(idBrokerPA);
    const esito = await checkTestata({
      testata: { idPA, idBrokerPA, idStation },
      principal: intermediario?.principalPagoPa ?? "",
      ricevuta: true,
    });
    if (esito.ok) return ok(undefined);
    const codice = CODICI_TESTATA.find((noto) => noto === esito.errore.faultCode) ?? "PAA_SEMANTICA";
    return rifiuto(codice, esito.errore.description);
  };

  const checkContenuto = async (
    arrivo: Parameters<typeof findIncoerenze>[0],
    posizione: Posizione,
  ): Promise<Rifiuto<CodiceRicevutaCaricata> | undefined> => {
    const { receipt, idPA } = arrivo.richiesta;
    const incoerenza = findIncoerenze(arrivo).find(({ codice }) => !NON_INCOERENTI.includes(codice));
    if (incoerenza) return { codice: "PAA_SEMANTICA", dettaglio: incoerenza.descrizione };
    const contrasto = findContrasto(receipt, idPA, posizione.rendicontazioni);
    if (contrasto !== undefined) return { codice: "PAA_SEMANTICA", dettaglio: contrasto };
    const { iuv } = chiaveDi(arrivo);
    const nota = posizione.pendenza ?? (await posizioni.getPendenza({ idDominio: receipt.fiscalCode, iuv }));
    if (nota) return undefined;
    return {
      codice: "PAA_RPT_SCONOSCIUTA",
      dettaglio: `noticeNumber: nessuna pendenza del dominio ${receipt.fiscalCode} con l'avviso ${receipt.noticeNumber}`,
    };
  };

  /** @param register files it, whoever got there first. */
  return async (
    ricevuta: RicevutaDaCaricare,
    register: () => Promise<void>,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<EsitoCaricamento, Rifiuto<CodiceRicevutaCaricata>>> => {
    const { richiesta } = ricevuta;
    const { idPA, receipt } = richiesta;
    const destinatario = await checkDestinatario(richiesta);
    if (!destinatario.ok) return destinatario;
    if (!seesDominio(chiamante, idPA)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idPA} non è tra quelli del chiamante`);
    const adesso = clock.now();
    const arrivo = { ...ricevuta, ricevutaAlle: adesso, originale: { digest: "" } };
    const chiave = chiaveDi(arrivo);
    const prima = await posizioni.getPosizione(chiave);
    const nota = prima.ricevute.find(({ idRicevuta }) => idRicevuta === receipt.receiptId);
    const alterata = nota && findAlterazione(nota, arrivo);
    if (alterata) return rifiuto("PAA_RECEIPT_DUPLICATA", `receiptId: ${alterata.descrizione}`);
    const difetto = nota ? undefined : await checkContenuto(arrivo, prima);
    if (difetto) return ko(difetto);
    if (nota) traccia.omit();
    else await register();
    const posizione = nota ? prima : await posizioni.getPosizione(chiave);
    const { creditori } = await findRiferimenti(porte, posizione.riscossioni, idPA);
    return ok({ nuova: nota === undefined, idRicevuta: receipt.receiptId, posizione, creditori, adesso });
  };
};
