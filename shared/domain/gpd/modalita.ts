/** How a creditor stands with pagoPA for a type of debt: who answers the Node, and which archive of pagoPA has to know the debt (pagopa.md 7). */
import type { Creditore } from "../anagrafiche/creditore.ts";
import type { ArchivioPagoPA, ModalitaPagoPA } from "./archivi.ts";

export const ARCHIVI_PAGOPA: readonly ArchivioPagoPA[] = ["ACA", "GPD"];

const ARCHIVI: Readonly<Record<ModalitaPagoPA, ArchivioPagoPA | undefined>> = { SINCRONA: undefined, SINCRONA_ACA: "ACA", GPD: "GPD" };

/** That of the debt type of the creditor, else that of the creditor, else SINCRONA. */
export const modalitaDi = (creditore: Pick<Creditore, "dominio" | "tipiPendenza">, idTipoPendenza: string): ModalitaPagoPA =>
  creditore.tipiPendenza.find((tipo) => tipo.idTipoPendenza === idTipoPendenza)?.modalitaPagoPA ??
  creditore.dominio.modalitaPagoPA ??
  "SINCRONA";

export const archivioDi = (modalita: ModalitaPagoPA): ArchivioPagoPA | undefined => ARCHIVI[modalita];

/** Archives that the creditor feeds for at least one type. */
export const archiviDi = ({ dominio, tipiPendenza }: Pick<Creditore, "dominio" | "tipiPendenza">): readonly ArchivioPagoPA[] => {
  const modalita = new Set([dominio.modalitaPagoPA, ...tipiPendenza.map((tipo) => tipo.modalitaPagoPA)]);
  return ARCHIVI_PAGOPA.filter((archivio) => [...modalita].some((m) => m !== undefined && archivioDi(m) === archivio));
};
