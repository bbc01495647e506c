/** A magic value in the hands of the bench: a notice that asks for an outcome by its amount or by its debtor, and the ways to have it paid. */
import { expect } from "vitest";
import { type EsitoProva, VALORI_MAGICI, type ValoreMagico } from "../../../shared/domain/prova/valori-magici.ts";
import { addAvviso, type Banco, COMUNE, type Oggetto } from "./banco.ts";

const ORDINARIO = { importo: 4_200n, codiceFiscale: "RSSMRA85T10A562S", posta: "mario@posta.example" };
type Campo = keyof typeof ORDINARIO;

export const RITORNI = {
  returnOkUrl: "https://portale.example/ok",
  returnCancelUrl: "https://portale.example/annullato",
  returnErrorUrl: "https://portale.example/errore",
  returnWaitingUrl: "https://portale.example/attesa",
};

export interface Magico {
  readonly banco: Banco;
  readonly importo: bigint;
  readonly codiceFiscale: string;
  readonly posta: string;
  readonly numeroAvviso: string;
  /** At a desk. */
  paga(): Promise<Oggetto>;
  creaCarrello(): Promise<Response>;
  /** Creates the cart and presses "Paga". */
  pagaCarrello(): Promise<Oggetto>;
  /** Root elements of what the gateway received, in order. */
  chiamate(): string[];
  /** The envelopes of the receipts. */
  ricevute(): string[];
}

/** One row for each value of each outcome. */
export const VALORI: readonly (readonly [esito: EsitoProva, campo: Campo, valore: Pick<ValoreMagico, Campo>])[] = VALORI_MAGICI.flatMap(
  (voce) => {
    const valori: ValoreMagico = voce;
    return (["importo", "codiceFiscale", "posta"] as const)
      .filter((campo) => valori[campo] !== undefined)
      .map((campo) => [voce.esito, campo, { [campo]: valori[campo] }] as const);
  },
);

export const createMagico = (banco: Banco, numero: number, valore: Pick<ValoreMagico, Campo>): Magico => {
  const dati = { ...ORDINARIO, ...valore };
  const numeroAvviso = addAvviso(banco, numero, dati.importo);
  banco.gateway.rispondi = (radice, normale) =>
    radice.startsWith("paGetPayment") ? { stato: 200, corpo: normale.replace(ORDINARIO.codiceFiscale, dati.codiceFiscale) } : undefined;
  const creaCarrello = (): Promise<Response> =>
    banco.chiedi("POST", "/sandbox/checkout/ec/v2/carts", {
      paymentNotices: [
        { noticeNumber: numeroAvviso, fiscalCode: COMUNE, amount: Number(dati.importo), companyName: "Comune", description: "TARI" },
      ],
      returnUrls: RITORNI,
    });
  return {
    banco,
    ...dati,
    numeroAvviso,
    creaCarrello,
    paga: async () => (await banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso })).corpo,
    pagaCarrello: async () => {
      const indirizzo = (await creaCarrello()).headers.get("location") ?? "";
      expect(indirizzo).not.toBe("");
      return (await banco.json("POST", `/sandbox/checkout/carts/${indirizzo.split("/").at(-1)}/paga`, {})).corpo;
    },
    chiamate: () => banco.gateway.ricevute.map(({ radice }) => radice),
    ricevute: () => banco.gateway.ricevute.filter(({ radice }) => radice.startsWith("paSendRT")).map(({ busta }) => busta),
  };
};
