/**
 * The debt positions of an archive and the rules of their life (pagopa.md 7.1): what may be changed in which state, which names are unique, when a position
 * expires. A position is paid by the Node, or declared paid by the creditor.
 */
import type { Contesto } from "../contesto.ts";
import type { DatiPagamento } from "../nodo/modello.ts";
import type { PaymentPosition, Stato } from "./contratto.ts";

export type NomeArchivio = "aca" | "gpd";

export interface Posizione {
  readonly idDominio: string;
  readonly dati: PaymentPosition;
  /** As written; `statoDi` adds the passing of time. */
  readonly stato: Stato;
  readonly inserita: string;
  readonly aggiornata: string;
  readonly pubblicata?: string;
  readonly pagata?: string;
  readonly ordine: string;
}

/** Status and reason of a refusal. */
export interface Negata {
  readonly status: number;
  readonly detail: string;
}

const NON_MODIFICABILI: readonly Stato[] = ["INVALID", "PARTIALLY_PAID", "PAID", "REPORTED"];
const PAGATE: readonly Stato[] = ["PARTIALLY_PAID", "PAID", "REPORTED"];
const NON_INVALIDABILI: readonly Stato[] = ["DRAFT", "INVALID", "EXPIRED", "PARTIALLY_PAID", "PAID", "REPORTED"];

export interface Posizioni {
  get(idDominio: string, iupd: string): Posizione | undefined;
  list(idDominio: string): readonly Posizione[];
  statoDi(posizione: Posizione): Stato;
  create(idDominio: string, dati: PaymentPosition, pubblica: boolean): Posizione | Negata;
  replace(idDominio: string, iupd: string, dati: PaymentPosition, pubblica: boolean): Posizione | Negata;
  publish(idDominio: string, iupd: string): Posizione | Negata;
  invalidate(idDominio: string, iupd: string): Posizione | Negata;
  remove(idDominio: string, iupd: string): Posizione | Negata;
  markPagata(idDominio: string, numeroAvviso: string, quando: string): Posizione | Negata;
  /** By notice number, whatever its state. */
  byAvviso(idDominio: string, numeroAvviso: string): Posizione | undefined;
  /** What the platform answers PSPs with, when the position may be paid. */
  payable(idDominio: string, numeroAvviso: string): DatiPagamento | undefined;
}

export const isNegata = (esito: Posizione | Negata): esito is Negata => "detail" in esito;

/** With no notice number the service makes it of a 3 and the IUV. */
const navDi = ({ nav, iuv }: PaymentPosition["paymentOption"][number]): string => nav ?? `3${iuv}`;

const toDati = ({ dati }: Posizione): DatiPagamento | undefined => {
  const [opzione] = dati.paymentOption;
  if (!opzione) return undefined;
  return {
    iuv: opzione.iuv,
    importo: BigInt(opzione.amount),
    dataScadenza: opzione.dueDate.slice(0, 10),
    causale: opzione.description,
    ragioneSociale: dati.companyName,
    ...(dati.officeName !== undefined && { ufficio: dati.officeName }),
    debitore: { tipo: dati.type, identificativo: dati.fiscalCode, anagrafica: dati.fullName },
    trasferimenti: opzione.transfer.map((voce) => ({
      idTransfer: Number(voce.idTransfer),
      importo: BigInt(voce.amount),
      idDominio: voce.organizationFiscalCode ?? "",
      ...(voce.companyName !== undefined && { ragioneSociale: voce.companyName }),
      ...(voce.iban !== undefined && { iban: voce.iban }),
      ...(voce.stamp !== undefined && { improntaBollo: voce.stamp.hashDocument }),
      causale: voce.remittanceInformation,
      categoria: voce.category,
      ...(voce.transferMetadata.length > 0 && { metadata: voce.transferMetadata.map(({ key, value }) => [key, value] as const) }),
    })),
  };
};

export const createPosizioni = (contesto: Contesto, nome: NomeArchivio): Posizioni => {
  const raccolta = contesto.archivio.raccolta<Posizione>(`posizioni/${nome}`);
  const chiaveDi = (idDominio: string, iupd: string): string => `${idDominio}/${iupd}`;
  const get = (idDominio: string, iupd: string): Posizione | undefined => raccolta.get(chiaveDi(idDominio, iupd));
  const list = (idDominio: string): readonly Posizione[] => raccolta.list(idDominio);
  const write = (posizione: Posizione): Posizione => {
    raccolta.put(chiaveDi(posizione.idDominio, posizione.dati.iupd), posizione, { gruppo: posizione.idDominio, ordine: posizione.ordine });
    return posizione;
  };
  const isPassata = (istante: string): boolean => Date.parse(istante) < contesto.ora();

  const statoDi = ({ stato, dati }: Posizione): Stato =>
    stato === "VALID" && dati.switchToExpired && dati.paymentOption.every(({ dueDate }) => isPassata(dueDate)) ? "EXPIRED" : stato;

  const occupata = (idDominio: string, dati: PaymentPosition): string | undefined => {
    const altre = list(idDominio).filter((posizione) => posizione.dati.iupd !== dati.iupd);
    const presi = new Set(altre.flatMap(({ dati: altri }) => altri.paymentOption.flatMap((opzione) => [opzione.iuv, navDi(opzione)])));
    return dati.paymentOption.flatMap((opzione) => [opzione.iuv, navDi(opzione)]).find((codice) => presi.has(codice));
  };

  const conDateBuone = (dati: PaymentPosition): Negata | undefined =>
    dati.paymentOption.some(({ dueDate }) => isPassata(dueDate))
      ? { status: 400, detail: "Dates congruency error: due_date must be in the future" }
      : undefined;

  const statoPubblicato = (dati: PaymentPosition): Stato =>
    dati.validityDate !== undefined && !isPassata(dati.validityDate) ? "PUBLISHED" : "VALID";

  const compose = (base: Omit<Posizione, "stato" | "aggiornata" | "dati">, dati: PaymentPosition, pubblica: boolean): Posizione => {
    const adesso = contesto.istante();
    return {
      ...base,
      dati,
      aggiornata: adesso,
      stato: pubblica ? statoPubblicato(dati) : "DRAFT",
      ...(pubblica && { pubblicata: adesso }),
    };
  };

  const change = (
    idDominio: string,
    iupd: string,
    vietati: readonly Stato[],
    work: (nota: Posizione) => Posizione | Negata,
  ): Posizione | Negata => {
    const nota = get(idDominio, iupd);
    if (nota === undefined)
      return { status: 404, detail: `Not found a debt position for Organization Fiscal Code ${idDominio} and IUPD ${iupd}` };
    const stato = statoDi(nota);
    if (vietati.includes(stato))
      return { status: 409, detail: `The debt position ${iupd} is in status ${stato}: the operation is not allowed` };
    return work(nota);
  };

  const byAvviso = (idDominio: string, numeroAvviso: string): Posizione | undefined =>
    list(idDominio).find(({ dati }) => dati.paymentOption.some((opzione) => navDi(opzione) === numeroAvviso));

  return {
    get,
    list,
    statoDi,
    byAvviso,
    create: (idDominio, dati, pubblica) => {
      const date = conDateBuone(dati);
      if (date !== undefined) return date;
      if (get(idDominio, dati.iupd) !== undefined)
        return { status: 409, detail: `The Organization Fiscal Code ${idDominio} and the IUPD ${dati.iupd} already exist` };
      const preso = occupata(idDominio, dati);
      if (preso !== undefined) return { status: 409, detail: `The code ${preso} is already in another debt position` };
      const inserita = contesto.istante();
      const ordine = String(contesto.archivio.next(`posizioni/${nome}`)).padStart(12, "0");
      return write(compose({ idDominio, inserita, ordine }, dati, pubblica));
    },
    replace: (idDominio, iupd, dati, pubblica) =>
      change(idDominio, iupd, NON_MODIFICABILI, (nota) => {
        if (dati.iupd !== iupd) return { status: 400, detail: `iupd ${dati.iupd} differs from the one of the path` };
        const date = conDateBuone(dati);
        if (date !== undefined) return date;
        const preso = occupata(idDominio, dati);
        if (preso !== undefined) return { status: 409, detail: `The code ${preso} is already in another debt position` };
        return write(compose(nota, dati, pubblica));
      }),
    publish: (idDominio, iupd) =>
      change(
        idDominio,
        iupd,
        ["PUBLISHED", "VALID", "INVALID", "EXPIRED", ...PAGATE],
        (nota) => conDateBuone(nota.dati) ?? write(compose(nota, nota.dati, true)),
      ),
    invalidate: (idDominio, iupd) =>
      change(idDominio, iupd, NON_INVALIDABILI, (nota) => write({ ...nota, stato: "INVALID", aggiornata: contesto.istante() })),
    remove: (idDominio, iupd) =>
      change(idDominio, iupd, PAGATE, (nota) => {
        raccolta.delete(chiaveDi(idDominio, iupd));
        return nota;
      }),
    markPagata: (idDominio, numeroAvviso, quando) => {
      const nota = byAvviso(idDominio, numeroAvviso);
      if (nota === undefined) return { status: 404, detail: `Not found a payment option with NAV ${numeroAvviso}` };
      return change(idDominio, nota.dati.iupd, ["DRAFT", "INVALID", ...PAGATE], (trovata) =>
        write({ ...trovata, stato: "PAID", pagata: quando, aggiornata: contesto.istante() }),
      );
    },
    payable: (idDominio, numeroAvviso) => {
      const nota = byAvviso(idDominio, numeroAvviso);
      return nota !== undefined && statoDi(nota) === "VALID" && (nome === "gpd" || nota.dati.payStandIn) ? toDati(nota) : undefined;
    },
  };
};
