/**
 * What proves a payment whose receipt pagoPA never delivered (outcomes 8 and 9 of the flows, reference 4.6): the settlement row. The citizen gets a paper all the same,
 * which says what it rests on and that it is not the receipt (docs/adr/0054).
 */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { inizioGiorno } from "../../domain/valori/date.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import type { RicevutaDaStampare } from "../../ports/stampa-ricevuta.ts";
import { enteDi, indirizzoDi, type LinguaChiesta, linguaDi } from "../pendenze/describe-avvisi.ts";

export interface Attestazione {
  readonly pendenza: Pendenza;
  readonly riga: Rendicontazione;
}

/** Paid for whole: of an anomalous one it is not known yet what was paid. */
const STATI: readonly Pendenza["stato"][] = ["ESEGUITA", "INCASSATA"];

/** @returns undefined when there is a receipt, or nothing that proves the payment. */
export const findAttestazione = ({
  pendenza,
  ricevute,
  riscossioni,
  rendicontazioni,
}: Pick<Posizione, "pendenza" | "ricevute" | "riscossioni" | "rendicontazioni">): Attestazione | undefined => {
  if (!pendenza || !STATI.includes(pendenza.stato) || ricevute.some(({ esito }) => esito === "OK")) return undefined;
  if (!pendenza.voci.some(({ senzaRpt }) => senzaRpt)) return undefined;
  const riga = riscossioni
    .filter(({ senzaRpt }) => senzaRpt)
    .flatMap(({ iur, indice }) => rendicontazioni.filter((altra) => altra.iur === iur && altra.indice === indice))
    .at(0);
  return riga && { pendenza, riga };
};

export const describeAttestazione = (
  { pendenza, riga }: Attestazione,
  creditore: Creditore,
  lingua?: LinguaChiesta,
): RicevutaDaStampare => {
  const { idDominio, iuv, numeroAvviso, causale, debitore, proprieta, voci, prova } = pendenza;
  const provate = voci.filter(({ senzaRpt }) => senzaRpt);
  return {
    ...{ iuv, numeroAvviso, causale, idRicevuta: riga.iur, psp: riga.idPsp },
    ...linguaDi(proprieta, lingua),
    ente: enteDi(pendenza, creditore),
    debitore: { identificativo: debitore.identificativo, anagrafica: debitore.anagrafica, indirizzo: indirizzoDi(debitore) },
    eseguito: true,
    dataPagamento: inizioGiorno(riga.data),
    dataRicezione: riga.dataFlusso ?? inizioGiorno(riga.data),
    importo: sumImporti(provate.map(({ importo }) => importo)),
    righe: provate.map(({ descrizione, importo, idDominio: altro }) => ({ descrizione, importo, beneficiario: altro ?? idDominio })),
    attestazione: { idFlusso: riga.idFlusso },
    ...(prova && { prova }),
  };
};
