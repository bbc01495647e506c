/** From the body of a PUT to the debt of the domain: amounts through their text, the three variants of an item told apart, accounts in electronic form. */
import type * as z from "zod";
import type { NuovaPendenza as CorpoPendenza, NuovaVocePendenza as CorpoVoce } from "../../contracts/pendenze/modelli-scrittura.ts";
import { CIFRA_CONTABILITA, type TipoContabilita } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type NuovaPendenza, type NuovaVoce, toDebitore } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Contabilita, Destinazione } from "../../domain/pendenze/pendenza.ts";
import { fromNumeroJson } from "../../domain/valori/importo.ts";

type Corpo = z.output<typeof CorpoPendenza>;
type Voce = z.output<typeof CorpoVoce>;

/** Reserved: the creditor itself, not one of its units (reference 2.1). */
const UNITA_DEL_CREDITORE = "EC";

class ImportoNonValido extends Error {}

const toCents = (numero: number, campo: string): bigint => {
  const importo = fromNumeroJson(numero, campo);
  if (!importo.ok) throw new ImportoNonValido(importo.errore);
  return importo.valore;
};

const isTipoContabilita = (nome: string): nome is TipoContabilita => nome in CIFRA_CONTABILITA;

/** `9/0101101TS/`: the digit is the type of accounting, the rest its code. */
const toContabilitaPagoPA = (codice: string): { tipoContabilita: TipoContabilita; codiceContabilita: string } => {
  const tipo = Object.keys(CIFRA_CONTABILITA)
    .filter(isTipoContabilita)
    .find((nome) => CIFRA_CONTABILITA[nome] === codice.charAt(0));
  return { tipoContabilita: tipo ?? "ALTRO", codiceContabilita: codice.slice(2) };
};

/** The contract has checked that exactly one variant is there, complete. */
const toDestinazione = (voce: Voce): Destinazione => {
  if (voce.tipoBollo !== undefined) {
    return {
      variante: "bollo",
      tipoBollo: voce.tipoBollo,
      hashDocumento: voce.hashDocumento ?? "",
      provinciaResidenza: voce.provinciaResidenza ?? "",
    };
  }
  if (voce.ibanAccredito === undefined) return { variante: "entrata", codEntrata: voce.codEntrata ?? "" };
  const { tipoContabilita = "ALTRO", codiceContabilita = "", codiceTassonomicoPagoPA } = voce;
  return {
    variante: "conto",
    ibanAccredito: voce.ibanAccredito.toUpperCase(),
    ...(voce.ibanAppoggio !== undefined && { ibanAppoggio: voce.ibanAppoggio.toUpperCase() }),
    ...(codiceTassonomicoPagoPA === undefined ? { tipoContabilita, codiceContabilita } : toContabilitaPagoPA(codiceTassonomicoPagoPA)),
  };
};

const toContabilita = (contabilita: NonNullable<Voce["contabilita"]>, campo: string): Contabilita => ({
  ...contabilita,
  quote: contabilita.quote.map((quota, i) => ({ ...quota, importo: toCents(quota.importo, `${campo}.contabilita.quote.${i}.importo`) })),
});

const toVoce = (voce: Voce, i: number, idDominioPendenza: string): NuovaVoce => {
  const { idVocePendenza, descrizione, descrizioneCausaleRPT, idDominio, datiAllegati, contabilita, metadata } = voce;
  return {
    idVocePendenza,
    descrizione,
    importo: toCents(voce.importo, `voci.${i}.importo`),
    destinazione: toDestinazione(voce),
    ...(descrizioneCausaleRPT !== undefined && { descrizioneCausaleRPT }),
    ...(idDominio !== undefined && idDominio !== idDominioPendenza && { idDominio }),
    ...(datiAllegati && { datiAllegati }),
    ...(contabilita && { contabilita: toContabilita(contabilita, `voci.${i}`) }),
    ...(metadata && { metadata: metadata.mapEntries }),
  };
};

/** @param dataAvvisatura day of the notice reminder, in place of the body's, or MAI for none. @returns the sentence that names a wrong amount. */
export const toNuovaPendenza = (corpo: Corpo, dataAvvisatura?: string): Esito<NuovaPendenza> => {
  const { soggettoPagatore, importo, voci, idUnitaOperativa, dataNotificaAvviso, dataCaricamento: _, ...dati } = corpo;
  const notifica = dataAvvisatura === "MAI" ? undefined : (dataAvvisatura ?? dataNotificaAvviso);
  try {
    return ok({
      ...dati,
      importo: toCents(importo, "importo"),
      debitore: toDebitore(soggettoPagatore),
      ...(idUnitaOperativa !== undefined && idUnitaOperativa !== UNITA_DEL_CREDITORE && { idUnitaOperativa }),
      ...(notifica !== undefined && { dataNotificaAvviso: notifica }),
      voci: voci.map((voce, i) => toVoce(voce, i, corpo.idDominio)),
    });
  } catch (errore) {
    if (errore instanceof ImportoNonValido) return ko(errore.message);
    throw errore;
  }
};
