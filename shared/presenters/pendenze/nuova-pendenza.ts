/** From the body of a PUT to the debt of the domain: amounts through their text, the three variants of an item told apart, accounts in electronic form. */
import type * as z from "zod";
import type {
  NuovoAllegato as CorpoAllegato,
  NuovaPendenza as CorpoPendenza,
  NuovaVocePendenza as CorpoVoce,
} from "../../contracts/pendenze/modelli-scrittura.ts";
import { CIFRA_CONTABILITA, type TipoContabilita } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { NuovoAllegato } from "../../domain/pendenze/allegati.ts";
import { type NuovaPendenza, type NuovaVoce, toDebitore } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Contabilita, Destinazione, PrefissoRtp } from "../../domain/pendenze/pendenza.ts";
import { fromNumeroJson } from "../../domain/valori/importo.ts";

type Corpo = z.output<typeof CorpoPendenza>;
type Voce = z.output<typeof CorpoVoce>;
type Allegato = z.output<typeof CorpoAllegato>;

/** Reserved: the creditor itself, not one of its units (reference 2.1). */
const UNITA_DEL_CREDITORE = "EC";

class ImportoNonValido extends Error {}

const toCents = (numero: number, campo: string): bigint => {
  const importo = fromNumeroJson(numero, campo);
  if (!importo.ok) throw new ImportoNonValido(importo.errore);
  return importo.valore;
};

const isPrefissoRtp = (cifra: string): cifra is PrefissoRtp => cifra === "6" || cifra === "7" || cifra === "8";

const isTipoContabilita = (nome: string): nome is TipoContabilita => nome in CIFRA_CONTABILITA;

/** `9/0101101TS/`: the digit is the type of accounting, or keeps a taxonomy code out of Request-to-Pay; the rest is the code. */
const toContabilitaPagoPA = (
  codice: string,
): { tipoContabilita: TipoContabilita; codiceContabilita: string; prefissoRtp?: PrefissoRtp } => {
  const cifra = codice.charAt(0);
  const tipo = Object.keys(CIFRA_CONTABILITA)
    .filter(isTipoContabilita)
    .find((nome) => CIFRA_CONTABILITA[nome] === cifra);
  return { tipoContabilita: tipo ?? "ALTRO", codiceContabilita: codice.slice(2), ...(isPrefissoRtp(cifra) && { prefissoRtp: cifra }) };
};

/** The contract has checked that exactly one variant is there, complete. */
const toDestinazione = (voce: Voce): Destinazione => {
  if (voce.tipoBollo !== undefined) {
    return {
      variante: "bollo",
      tipoBollo: voce.tipoBollo,
      hashDocumento: voce.hashDocumento ?? "",
      provinciaResidenza: voce.provinciaResidenza ?? "",
      ...(voce.codiceTassonomicoPagoPA !== undefined && { codiceTassonomicoPagoPA: voce.codiceTassonomicoPagoPA }),
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

const TIPO_PREDEFINITO = "application/octet-stream";

/** The contract has checked that there is one of the two. */
const toAllegato = ({ contenuto, impronta, tipo = TIPO_PREDEFINITO, ...dati }: Allegato): NuovoAllegato =>
  contenuto === undefined ? { ...dati, tipo, impronta: impronta ?? "" } : { ...dati, tipo, contenuto: Buffer.from(contenuto, "base64") };

/** What a debt may weigh in the archive, where four indexes carry it: attachments are elsewhere. Characters of JSON. */
const DATI_MASSIMI = 128 * 1024;

/**
 * @param dataAvvisatura day of the notice reminder, in place of the body's, or MAI for none, ever.
 * @returns the sentence that names a wrong amount, or a debt too large.
 */
export const toNuovaPendenza = (corpo: Corpo, dataAvvisatura?: string): Esito<NuovaPendenza> => {
  const { soggettoPagatore, importo, voci, idUnitaOperativa, dataNotificaAvviso, dataCaricamento: _, allegati, ...dati } = corpo;
  if (JSON.stringify({ ...dati, soggettoPagatore, voci }).length > DATI_MASSIMI)
    return ko(`corpo: i dati della pendenza, senza allegati, superano ${DATI_MASSIMI / 1024} kB`);
  const notifica = dataAvvisatura === "MAI" ? undefined : (dataAvvisatura ?? dataNotificaAvviso);
  try {
    return ok({
      ...dati,
      importo: toCents(importo, "importo"),
      debitore: toDebitore(soggettoPagatore),
      ...(idUnitaOperativa !== undefined && idUnitaOperativa !== UNITA_DEL_CREDITORE && { idUnitaOperativa }),
      ...(notifica !== undefined && { dataNotificaAvviso: notifica }),
      ...(dataAvvisatura === "MAI" && { avvisaturaInibita: true }),
      ...(allegati && { allegati: allegati.map(toAllegato) }),
      voci: voci.map((voce, i) => toVoce(voce, i, corpo.idDominio)),
    });
  } catch (errore) {
    if (errore instanceof ImportoNonValido) return ko(errore.message);
    throw errore;
  }
};
