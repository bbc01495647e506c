/** What the journal says of an exchange of the legacy family: the payment is named by the SOAP header (pagopa.md 3.6). */
import type { CampiEvento } from "../../domain/eventi.ts";
import type { CorpiStorici, IntestazionePpt, NomePrimitivaStorica } from "../../domain/storico/messaggi-storici.ts";

export interface PspStorico {
  readonly idPsp: string;
  readonly idCanale?: string;
  readonly idIntermediarioPsp?: string;
  readonly tipoVersamento?: string;
}

/** The PSP as the body tells it. Who verifies or activates does it at the PSP's desk; of a receipt only the RPT knows. */
export function pspDi(corpo: CorpiStorici[NomePrimitivaStorica]): PspStorico {
  if ("rt" in corpo) return { idPsp: corpo.rt.istitutoAttestante.identificativoUnivocoAttestante.codiceIdentificativoUnivoco };
  const psp = { idPsp: corpo.identificativoPSP, tipoVersamento: "PO" };
  return "identificativoCanalePSP" in corpo
    ? { ...psp, idCanale: corpo.identificativoCanalePSP, idIntermediarioPsp: corpo.identificativoIntermediarioPSP }
    : psp;
}

export interface SoggettoStoricoEvento {
  readonly intestazione?: IntestazionePpt;
  /** Only a creditor that exists names a journal: an invented one must not open its own. */
  readonly idDominio?: string;
  readonly psp?: PspStorico;
}

export const campiStorici = ({ intestazione, idDominio, psp }: SoggettoStoricoEvento): CampiEvento => ({
  ...(idDominio !== undefined && { idDominio }),
  ...(intestazione && {
    iuv: intestazione.identificativoUnivocoVersamento,
    ccp: intestazione.codiceContestoPagamento,
    datiPagoPA: {
      idDominio: intestazione.identificativoDominio,
      idIntermediario: intestazione.identificativoIntermediarioPA,
      idStazione: intestazione.identificativoStazioneIntermediarioPA,
      ...psp,
    },
  }),
});
