/** Which accounts a debt still to be paid points to, by account or by income, and what it becomes when one of them is replaced by another. */
import { contoPostaleDi } from "../valori/iban.ts";
import type { Destinazione, Pendenza, Voce } from "./pendenza.ts";
import type { StatoPendenza } from "./stati-pendenza.ts";

/** A debt that may still be paid. An annulled one may be restored: it would come back with the account of when it was annulled. */
export const STATI_DA_PAGARE: readonly StatoPendenza[] = ["NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA"];

/** An account of a beneficiary; incomes are told from IBANs by the @, that neither can hold. */
export const riferimentoConto = (idDominio: string, iban: string): string => `${idDominio}#${iban}`;
export const riferimentoEntrata = (idDominio: string, idEntrata: string): string => `${idDominio}#@${idEntrata}`;

const daPagare = ({ stato, voci }: Pendenza): readonly Voce[] =>
  STATI_DA_PAGARE.includes(stato) ? voci.filter((voce) => voce.stato === "Non eseguito") : [];

const riferimentiVoce = (idDominio: string, destinazione: Destinazione): readonly string[] => {
  switch (destinazione.variante) {
    case "entrata":
      return [riferimentoEntrata(idDominio, destinazione.codEntrata)];
    case "conto":
      return [destinazione.ibanAccredito, ...(destinazione.ibanAppoggio === undefined ? [] : [destinazione.ibanAppoggio])].map((iban) =>
        riferimentoConto(idDominio, iban),
      );
    case "bollo":
      return [];
  }
};

/** Accounts and incomes that the items still to be paid name, each once; none when nothing is left to pay. */
export const riferimentiConto = (pendenza: Pendenza): readonly string[] => [
  ...new Set(daPagare(pendenza).flatMap((voce) => riferimentiVoce(voce.idDominio ?? pendenza.idDominio, voce.destinazione))),
];

/** Whether an item still to be paid goes to a creditor other than that of the debt: the debt is then found under both. */
export const isMultibeneficiaria = (pendenza: Pendenza): boolean =>
  daPagare(pendenza).some((voce) => voce.idDominio !== undefined && voce.idDominio !== pendenza.idDominio);

export interface SostituzioneConto {
  /** Beneficiary whose account changes. */
  readonly idDominio: string;
  readonly ibanVecchio: string;
  readonly ibanNuovo: string;
}

export type EsitoSostituzione =
  | { readonly esito: "invariata" }
  | { readonly esito: "cambiata"; readonly pendenza: Pendenza }
  | { readonly esito: "impossibile"; readonly motivo: string };

/**
 * The debt with the new account in the items still to be paid that name the old one; what is paid keeps the account it was paid on.
 * A support account is there to be postal: one that is not cannot take its place. `adesso` is an instant.
 */
export const replaceConto = (
  pendenza: Pendenza,
  { idDominio, ibanVecchio, ibanNuovo }: SostituzioneConto,
  adesso: string,
): EsitoSostituzione => {
  const toccate = new Set(
    daPagare(pendenza).filter(
      ({ idDominio: beneficiario, destinazione }) =>
        (beneficiario ?? pendenza.idDominio) === idDominio &&
        destinazione.variante === "conto" &&
        (destinazione.ibanAccredito === ibanVecchio || destinazione.ibanAppoggio === ibanVecchio),
    ),
  );
  if (toccate.size === 0) return { esito: "invariata" };
  const voci = pendenza.voci.map((voce): Voce => {
    const { destinazione } = voce;
    if (!toccate.has(voce) || destinazione.variante !== "conto") return voce;
    const { ibanAppoggio, ...conto } = destinazione;
    const accredito = conto.ibanAccredito === ibanVecchio ? ibanNuovo : conto.ibanAccredito;
    const appoggio = ibanAppoggio === ibanVecchio ? ibanNuovo : ibanAppoggio;
    return { ...voce, destinazione: { ...conto, ibanAccredito: accredito, ...(appoggio !== undefined && { ibanAppoggio: appoggio }) } };
  });
  const nonPostale = voci.find(
    ({ destinazione }, i) =>
      destinazione.variante === "conto" &&
      destinazione.ibanAppoggio === ibanNuovo &&
      voci[i] !== pendenza.voci[i] &&
      contoPostaleDi(ibanNuovo) === undefined,
  );
  if (nonPostale)
    return { esito: "impossibile", motivo: `voce ${nonPostale.indice}: il conto di appoggio deve essere postale, ${ibanNuovo} non lo è` };
  return { esito: "cambiata", pendenza: { ...pendenza, voci, dataUltimoAggiornamento: adesso } };
};
