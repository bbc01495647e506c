/** Documents attached to a debt: the debt keeps what identifies them, the bytes are in the document bucket under their own digest (docs/adr/0009). */
import { type Esito, ko, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";

export interface Allegato {
  readonly nome: string;
  /** Media type as the creditor declared it. */
  readonly tipo: string;
  readonly descrizione?: string;
  /** Bytes. */
  readonly dimensione: number;
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly impronta: string;
}

/** What the application sends: the bytes, or the digest of bytes that it has uploaded before. */
export type NuovoAllegato = Pick<Allegato, "nome" | "tipo" | "descrizione"> &
  ({ readonly contenuto: Uint8Array } | { readonly impronta: string });

/** All the attachments of a debt together (issue: 10 MB a debt). */
export const ALLEGATI_BYTE_MASSIMI = 10 * 1024 * 1024;

/** The limit is on the debt, whatever way each attachment arrived. */
export const checkDimensioni = (allegati: readonly Allegato[]): Esito<void, Rifiuto<"TROPPO_GRANDE">> => {
  const totale = allegati.reduce((somma, { dimensione }) => somma + dimensione, 0);
  if (totale <= ALLEGATI_BYTE_MASSIMI) return ok(undefined);
  return rifiuto("TROPPO_GRANDE", `allegati: ${totale} byte in tutto, al massimo ${ALLEGATI_BYTE_MASSIMI} per pendenza`);
};

interface Titolare {
  readonly idDominio: string;
  readonly iuv: string;
}

export interface RiferimentoAllegato extends Titolare {
  /** From 1. */
  readonly indice: number;
  /** First digits of the digest: an attachment replaced by another does not answer to the old link. */
  readonly impronta: string;
}

const CIFRE_IMPRONTA = 16;
const ID = /^(\d{11})-([A-Za-z0-9]{1,35})-([1-9]\d?)-([0-9a-f]{16})$/;

/** Id of an attachment: leads to its debt with one read, so that whoever may not see the debt does not see it either. */
export const idAllegatoDi = ({ idDominio, iuv }: Titolare, { impronta }: Allegato, indice: number): string =>
  `${idDominio}-${iuv}-${indice}-${impronta.slice(0, CIFRE_IMPRONTA)}`;

export const parseIdAllegato = (id: string): Esito<RiferimentoAllegato> => {
  const [, idDominio, iuv, indice, impronta] = ID.exec(id) ?? [];
  if (idDominio === undefined || iuv === undefined || indice === undefined || impronta === undefined) {
    return ko(`allegato ${id.slice(0, 80)}: identificativo non conforme`);
  }
  return ok({ idDominio, iuv, indice: Number(indice), impronta });
};

/** The attachment that a reference names, if the debt still has it. */
export const findAllegato = (allegati: readonly Allegato[], { indice, impronta }: RiferimentoAllegato): Allegato | undefined => {
  const allegato = allegati[indice - 1];
  return allegato?.impronta.startsWith(impronta) ? allegato : undefined;
};
