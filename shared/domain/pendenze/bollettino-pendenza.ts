/**
 * When a notice carries the bollettino postale PA (AVV 3.5; reference 3.12): the whole debt can be credited to postal accounts of its creditor,
 * and Poste authorised the account, or the creditor, to print it. Without the authorisation no bollettino may be printed, however postal the account.
 */
import type { ContoAccredito, Creditore } from "../anagrafiche/creditore.ts";
import { buildDataMatrixPoste, IMPORTO_MASSIMO_BOLLETTINO } from "../valori/data-matrix-poste.ts";
import { contoPostaleDi } from "../valori/iban.ts";
import type { Pendenza, Voce } from "./pendenza.ts";

export interface BollettinoPendenza {
  /** 12 digits. */
  readonly contoPostale: string;
  readonly intestatario: string;
  readonly autorizzazione: string;
  readonly dataMatrix: string;
}

interface ContoPostale {
  readonly numero: string;
  readonly conto: ContoAccredito | undefined;
}

const ibanDi = ({ destinazione }: Voce, creditore: Creditore): readonly (string | undefined)[] => {
  switch (destinazione.variante) {
    case "conto":
      return [destinazione.ibanAccredito, destinazione.ibanAppoggio];
    case "entrata": {
      const entrata = creditore.entrate.find(({ idEntrata }) => idEntrata === destinazione.codEntrata);
      return [entrata?.ibanAccredito, entrata?.ibanAppoggio];
    }
    case "bollo":
      return [];
  }
};

/** An account is postal by its ABI, or because the creditor registered it so: then its last 12 characters are the number. */
const contoPostale = (iban: string, creditore: Creditore): ContoPostale | undefined => {
  const conto = creditore.conti.find((c) => c.iban === iban);
  const registrato = conto?.postale === true ? /\d{12}$/.exec(iban)?.[0] : undefined;
  const numero = contoPostaleDi(iban) ?? registrato;
  return numero === undefined ? undefined : { numero, conto };
};

const contoDellaVoce = (voce: Voce, creditore: Creditore): ContoPostale | undefined => {
  if (voce.idDominio !== undefined && voce.idDominio !== creditore.dominio.idDominio) return undefined;
  for (const iban of ibanDi(voce, creditore)) {
    const trovato = iban === undefined ? undefined : contoPostale(iban, creditore);
    if (trovato !== undefined) return trovato;
  }
  return undefined;
};

/** The bollettino of a debt, on the account of its first item; undefined when it has none. */
export const findBollettino = (pendenza: Pendenza, creditore: Creditore): BollettinoPendenza | undefined => {
  const conti = pendenza.voci.map((voce) => contoDellaVoce(voce, creditore));
  const [primo] = conti;
  if (primo === undefined || conti.includes(undefined) || pendenza.importo > IMPORTO_MASSIMO_BOLLETTINO) return undefined;
  const autorizzazione = primo.conto?.autStampaPosteItaliane ?? creditore.dominio.autStampaPosteItaliane;
  if (autorizzazione === undefined || autorizzazione.trim() === "") return undefined;
  const { numeroAvviso, importo, idDominio, debitore, causale } = pendenza;
  return {
    contoPostale: primo.numero,
    intestatario: primo.conto?.intestatario ?? creditore.dominio.ragioneSociale,
    autorizzazione,
    dataMatrix: buildDataMatrixPoste({
      numeroAvviso,
      contoPostale: primo.numero,
      importo,
      idDominio,
      identificativoDebitore: debitore.identificativo,
      anagrafica: debitore.anagrafica,
      oggetto: causale,
    }),
  };
};
