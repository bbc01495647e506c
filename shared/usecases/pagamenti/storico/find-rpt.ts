/**
 * What paaVerificaRPT and paaAttivaRPT share: the debt behind an IUV, payable today, not already being paid, and of the only form that the legacy family knows
 * at a PSP: one item, not a stamp, of the creditor itself (reference 4.1, 4.3). One query, because the open attempts count too.
 */
import type { Creditore } from "../../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../../domain/esito.ts";
import type { FaultPa } from "../../../domain/pagamenti/messaggi-nodo.ts";
import type { Tentativo } from "../../../domain/pagamenti/tentativo.ts";
import type { Pendenza } from "../../../domain/pendenze/pendenza.ts";
import { avvisoDiIuv } from "../../../domain/storico/avviso-di-iuv.ts";
import type { DatiPagamentoPa, IntestazionePpt } from "../../../domain/storico/messaggi-storici.ts";
import { type DatiRpt, type Rpt, rptDi } from "../../../domain/storico/rpt.ts";
import { isRiusabile } from "../../../domain/storico/stati-rpt.ts";
import { addMinuti } from "../../../domain/valori/date.ts";
import type { Posizioni } from "../../../ports/posizioni.ts";
import { type AvvisoPagabile, findAvviso, type PorteAvviso } from "../find-avviso.ts";

export interface PorteRpt extends PorteAvviso {
  readonly posizioni: Pick<Posizioni, "getPendenza" | "getPosizione">;
}

export interface RichiestaRpt {
  readonly intestazione: IntestazionePpt;
  readonly creditore: Creditore;
  readonly transactionId: string;
  /** False when the creditor's system was already asked in this exchange. */
  readonly attualizzabile: boolean;
  /** The context that the PSP opens; absent when it only asks. */
  readonly ccp?: string;
}

export interface RifiutoRpt {
  readonly fault: FaultPa;
  readonly pendenza?: Pendenza;
}

/** An attempt blocks the IUV for as long as a PSP may take to close it; after that its outcome, if it ever comes, is accepted all the same. */
const MINUTI_BLOCCO = 30;

const describeBlocco = (tentativi: readonly Tentativo[], { ccp }: RichiestaRpt, adesso: string): string | undefined => {
  const storici = tentativi.filter(({ tipoRpt }) => tipoRpt === "RPT");
  if (ccp !== undefined && storici.some((tentativo) => tentativo.ccp === ccp)) return `Il contesto di pagamento ${ccp} è già stato usato`;
  const aperto = storici.find((t) => !isRiusabile(t.stato, t.codiceEsito) && addMinuti(t.dataRichiesta, MINUTI_BLOCCO) > adesso);
  return aperto && `È in corso un pagamento con il contesto ${aperto.ccp}`;
};

export async function findRpt(porte: PorteRpt, richiesta: RichiestaRpt): Promise<Esito<AvvisoPagabile, RifiutoRpt>> {
  const { intestazione, creditore, transactionId, attualizzabile } = richiesta;
  const { dominio } = creditore;
  const iuv = intestazione.identificativoUnivocoVersamento;
  const refuse = (faultCode: FaultPa["faultCode"], description: string, pendenza?: Pendenza): Esito<AvvisoPagabile, RifiutoRpt> =>
    ko({ fault: { faultCode, id: dominio.idDominio, description }, ...(pendenza && { pendenza }) });
  const posizione = await porte.posizioni.getPosizione({ idDominio: dominio.idDominio, iuv });
  const noticeNumber = posizione.pendenza?.numeroAvviso ?? avvisoDiIuv(iuv, dominio);
  if (noticeNumber === undefined)
    return refuse("PAA_PAGAMENTO_SCONOSCIUTO", `Lo IUV ${iuv} non corrisponde a una pendenza del dominio ${dominio.idDominio}`);
  const letta: PorteAvviso = { ...porte, posizioni: { getPendenza: async () => posizione.pendenza } };
  const qrCode = { fiscalCode: dominio.idDominio, noticeNumber };
  const avviso = await findAvviso(letta, { creditore, qrCode, transactionId, attualizzabile });
  if (!avviso.ok) return avviso;
  const blocco = describeBlocco(posizione.tentativi, richiesta, porte.clock.now());
  return blocco === undefined ? avviso : refuse("PAA_PAGAMENTO_IN_CORSO", blocco, avviso.valore.pendenza);
}

/** The RPT of a payment at a PSP, and what of it is told beforehand. @returns the fault that says why the family has no words for this debt. */
export function toRptPresso(
  { pendenza, trasferimenti }: AvvisoPagabile,
  creditore: Creditore,
  dati: Omit<DatiRpt, "trasferimenti" | "tipoVersamento">,
): Esito<{ readonly rpt: Rpt; readonly dati: DatiPagamentoPa }, Omit<FaultPa, "id">> {
  const rpt = rptDi(pendenza, creditore, { ...dati, trasferimenti, tipoVersamento: "PO" });
  if (!rpt.ok) {
    const { multibeneficiario, descrizione } = rpt.errore;
    return ko({
      faultCode: multibeneficiario ? "PAA_PAGAMENTO_MULTIBENEFICIARIO_NON_CONSENTITO" : "PAA_SEMANTICA",
      description: descrizione,
    });
  }
  const [riga] = rpt.valore.datiVersamento.datiSingoloVersamento;
  if (riga?.ibanAccredito === undefined) return ko({ faultCode: "PAA_SEMANTICA", description: "La voce non ha un conto di accredito" });
  return ok({
    rpt: rpt.valore,
    dati: {
      importoSingoloVersamento: riga.importoSingoloVersamento,
      ibanAccredito: riga.ibanAccredito,
      ...(riga.bicAccredito !== undefined && { bicAccredito: riga.bicAccredito }),
      enteBeneficiario: rpt.valore.enteBeneficiario,
      causaleVersamento: riga.causaleVersamento,
    },
  });
}
