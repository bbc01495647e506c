import { leggiCamt } from "../camt/lettore-camt.ts";
import { read } from "./letture.ts";

export const IBAN = "IT60X0542811101000000123456";
export const CAUSALE = "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-000000012";

export interface Dettaglio {
  readonly importo?: string;
  readonly valuta?: string;
  readonly testi?: readonly string[];
  readonly refs?: string;
  readonly altro?: string;
}
export interface Voce {
  readonly importo: string;
  readonly valuta?: string;
  readonly verso?: string;
  readonly stato?: string;
  readonly storno?: boolean;
  readonly date?: string;
  readonly rif?: string;
  readonly dettagli?: readonly Dettaglio[];
  readonly testo?: string;
}
export const DATE = "<BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><Dt>2026-03-04</Dt></ValDt>";
export const REFS = "<AcctSvcrRef>RIF-12</AcctSvcrRef><EndToEndId>E2E-12</EndToEndId><TxId>TRN-12</TxId>";

/** As 001.02 writes it, or (`nuova`) as 001.08 does. */
export const tx = (dettaglio: Dettaglio, nuova: boolean): string => {
  const { importo, valuta = "EUR", testi = [CAUSALE], refs = REFS, altro = "" } = dettaglio;
  const importi =
    importo === undefined
      ? ""
      : nuova
        ? `<Amt Ccy="${valuta}">${importo}</Amt>`
        : `<AmtDtls><TxAmt><Amt Ccy="${valuta}">${importo}</Amt></TxAmt></AmtDtls>`;
  const nome = nuova ? "<Pty><Nm>BANCA DELLE PROVE</Nm></Pty>" : "<Nm>BANCA DELLE PROVE</Nm>";
  const testo = testi.length === 0 ? "" : `<RmtInf>${testi.map((riga) => `<Ustrd>${riga}</Ustrd>`).join("")}</RmtInf>`;
  return `<TxDtls><Refs>${refs}</Refs>${importi}<RltdPties><Dbtr>${nome}</Dbtr></RltdPties>${testo}${altro}</TxDtls>`;
};
export const ntry = (voce: Voce, nuova: boolean): string => {
  const { importo, valuta = "EUR", verso = "CRDT", stato = "BOOK", storno, date = DATE, rif, dettagli = [{ importo }], testo } = voce;
  return `<Ntry><NtryRef>1</NtryRef><Amt Ccy="${valuta}">${importo}</Amt><CdtDbtInd>${verso}</CdtDbtInd>${storno ? "<RvslInd>true</RvslInd>" : ""}<Sts>${
    nuova ? `<Cd>${stato}</Cd>` : stato
  }</Sts>${date}${rif === undefined ? "" : `<AcctSvcrRef>${rif}</AcctSvcrRef>`}${
    dettagli.length === 0 ? "" : `<NtryDtls>${dettagli.map((dettaglio) => tx(dettaglio, nuova)).join("")}</NtryDtls>`
  }${testo === undefined ? "" : `<AddtlNtryInf>${testo}</AddtlNtryInf>`}</Ntry>`;
};
export const saldo = (tipo: string, importo: string, verso = "CRDT"): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${tipo}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${importo}</Amt><CdtDbtInd>${verso}</CdtDbtInd><Dt><Dt>2026-03-03</Dt></Dt></Bal>`;

export interface Opzioni {
  readonly versione?: string;
  readonly saldi?: string;
  readonly testata?: string;
  readonly iban?: string;
}
export const stmt = (voci: readonly Voce[], { versione = "053.001.02", saldi = "", testata = "", iban = IBAN }: Opzioni = {}): string => {
  const nome = versione.startsWith("054") ? "Ntfctn" : "Stmt";
  return `<${nome}><Id>ESTRATTO-1</Id>${testata}<Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${saldi}${voci
    .map((voce) => ntry(voce, versione.slice(-2) >= "04"))
    .join("")}</${nome}>`;
};
export const documento = (dentro: string, versione = "053.001.02"): string => {
  const nome = versione.startsWith("054") ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt";
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${versione}"><${nome}><GrpHdr><MsgId>M1</MsgId></GrpHdr>${dentro}</${nome}></Document>`;
};
export const leggi = (voci: readonly Voce[], opzioni: Opzioni = {}) => read(leggiCamt, documento(stmt(voci, opzioni), opzioni.versione));
