/**
 * The pagoPA taxonomy of what is collected: each transfer carries a code of it, and the Node's quality reports point out those who use others (SANP, "Tassonomia
 * dei servizi di incasso"). The list is a dated copy: a code added since is a remark, not a fault of the creditor.
 */
import type { Rilievo } from "./rilievi.ts";
import { EDIZIONE, ELENCO, FINE_VALIDITA, MOTIVI } from "./tassonomia-elenco.ts";

/** 9/, or 6/ 7/ 8/ to stay out of Request-to-Pay, then kind of body and area (4), service (3), legal reason; anything may follow a second slash. */
const CODICE = /^[6-9]\/(\d{4})(\d{3})(IM|TS|SP|SA|AP)(?:\/|$)/;
const PRIMO_SERVIZIO = 100;

const findCodice = (categoria: string): string | undefined => {
  const [, area = "", servizio = "", motivo = ""] = CODICE.exec(categoria) ?? [];
  const lettera = ELENCO[area]?.charAt(Number(servizio) - PRIMO_SERVIZIO) ?? "";
  return motivo !== "" && MOTIVI[lettera] === motivo ? `${area}${servizio}${motivo}` : undefined;
};

/** @param categoria code as it goes to the Node. @param oggi day in Rome. @returns why it is not right, undefined when it is. */
export const checkTassonomia = (campo: string, categoria: string, oggi: string): Rilievo | undefined => {
  const codice = findCodice(categoria);
  if (codice === undefined) {
    return {
      codice: "TASSONOMIA_IGNOTA",
      descrizione: "Il codice non è nella tassonomia dei servizi di incasso di pagoPA",
      dettaglio: `${campo}: ${categoria.slice(0, 40)} non è nell'elenco, versione ${EDIZIONE.versione} del ${EDIZIONE.data}`,
    };
  }
  const fine = FINE_VALIDITA[codice];
  if (fine === undefined || oggi <= fine) return undefined;
  return {
    codice: "TASSONOMIA_NON_VALIDA",
    descrizione: "Il codice della tassonomia non è più valido",
    dettaglio: `${campo}: ${categoria.slice(0, 40)} valeva fino al ${fine}`,
  };
};
