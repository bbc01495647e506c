/** What the journal says of an exchange of the legacy family: the payment is named by the SOAP header (pagopa.md 3.6). */
import type { CampiEvento } from "../../domain/eventi.ts";
import type { CorpiStorici, IntestazionePpt, NomePrimitivaStorica } from "../../domain/storico/messaggi-storici.ts";

export interface PspStorico {
  readonly idPsp: string;
  readonly idCanale?: string;
}

/** The PSP as the body tells it. */
export function pspDi(corpo: CorpiStorici[NomePrimitivaStorica]): PspStorico {
  if ("rt" in corpo) return { idPsp: corpo.rt.istitutoAttestante.identificativoUnivocoAttestante.codiceIdentificativoUnivoco };
  const { identificativoPSP } = corpo;
  return "identificativoCanalePSP" in corpo
    ? { idPsp: identificativoPSP, idCanale: corpo.identificativoCanalePSP }
    : { idPsp: identificativoPSP };
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
      ...(psp && { idPsp: psp.idPsp }),
      ...(psp?.idCanale !== undefined && { idCanale: psp.idCanale }),
    },
  }),
});
