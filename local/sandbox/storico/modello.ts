/** What the legacy Node remembers of an RPT. */
import type { Psp } from "../psp/psp.ts";

export const NS_PPT = "http://ws.pagamenti.telematici.gov/";
export const NS_PPTHEAD = "http://ws.pagamenti.telematici.gov/ppthead";
export const NS_PAGAMENTI = "http://www.digitpa.gov.it/schemas/2011/Pagamenti/";

/** PSP of the RPT that still have to choose one: they go through the page of WISP. */
export const PSP_WISP = "AGID_01";

export const CODICI_ESITO = ["0", "1", "2", "3", "4"] as const;
export type CodiceEsito = (typeof CODICI_ESITO)[number];

export interface RigaRpt {
  readonly importo: bigint;
  readonly iban?: string;
  readonly causale: string;
  readonly datiSpecifici: string;
  /** Digest of the document of a stamp. */
  readonly improntaBollo?: string;
}

export interface ChiaveRpt {
  readonly idDominio: string;
  readonly iuv: string;
  readonly ccp: string;
}

export interface RptAlNodo extends ChiaveRpt {
  readonly idIntermediario: string;
  readonly idStazione: string;
  /** As the creditor will be told by nodoChiediStatoRPT. */
  readonly stato: string;
  readonly storico: readonly { readonly data: string; readonly stato: string }[];
  /** Milliseconds since the epoch. */
  readonly ricevutaIl: number;
  readonly idMessaggio: string;
  readonly dataMessaggio: string;
  readonly importo: bigint;
  readonly righe: readonly RigaRpt[];
  /** Blocks of the RPT that the RT gives back as they are, already written. */
  readonly ente: string;
  readonly pagatore: string;
  readonly versante?: string;
  /** Session of the page of WISP. */
  readonly idSessione?: string;
  readonly idPsp?: Psp["id"];
  /** The RT, once there is one (XML). */
  readonly rt?: string;
}

export const nomeRpt = ({ idDominio, iuv, ccp }: ChiaveRpt): string => `${idDominio}/${iuv}/${ccp}`;
