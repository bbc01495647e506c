/** The same day as a bank-to-customer statement, ISO 20022 camt.053.001.02: one statement per account, opening and closing balances booked. */
import { formatImporto } from "../comune/importi.ts";
import { blocco, escapeXml, tag } from "../comune/xml.ts";
import type { Giornata, Movimento } from "./movimenti.ts";
import type { GiornaleDiCassa } from "./opi.ts";

const NS = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
/** Max35Text and Max140Text of the message. */
const MASSIMO_RIFERIMENTO = 35;
const MASSIMO_CAUSALE = 140;

const importo = (centesimi: bigint): string => `<Amt Ccy="EUR">${formatImporto(centesimi)}</Amt>`;
const riferimento = (nome: string, testo: string): string => tag(nome, testo.slice(0, MASSIMO_RIFERIMENTO));

const saldo = (tipo: "OPBD" | "CLBD", centesimi: bigint, giorno: string): string =>
  blocco(
    "Bal",
    blocco("Tp", blocco("CdOrPrtry", tag("Cd", tipo))),
    importo(centesimi < 0n ? -centesimi : centesimi),
    tag("CdtDbtInd", centesimi < 0n ? "DBIT" : "CRDT"),
    blocco("Dt", tag("Dt", giorno)),
  );

/** SEPA credit transfer received: domain Payments, family Received Credit Transfers, sub-family European SCT. */
const CODICE_OPERAZIONE = blocco("BkTxCd", blocco("Domn", tag("Cd", "PMNT"), blocco("Fmly", tag("Cd", "RCDT"), tag("SubFmlyCd", "ESCT"))));

const movimento = (voce: Movimento): string =>
  blocco(
    "Ntry",
    riferimento("NtryRef", String(voce.numero)),
    importo(voce.importo),
    tag("CdtDbtInd", "CRDT"),
    tag("Sts", "BOOK"),
    blocco("BookgDt", tag("Dt", voce.giorno)),
    blocco("ValDt", tag("Dt", voce.dataValuta)),
    riferimento("AcctSvcrRef", voce.trn),
    CODICE_OPERAZIONE,
    blocco(
      "NtryDtls",
      blocco(
        "TxDtls",
        blocco("Refs", riferimento("AcctSvcrRef", voce.trn), riferimento("EndToEndId", voce.endToEndId), riferimento("TxId", voce.trn)),
        blocco("AmtDtls", blocco("TxAmt", importo(voce.importo))),
        blocco("RltdPties", blocco("Dbtr", tag("Nm", voce.ordinante.nome)), blocco("CdtrAcct", blocco("Id", tag("IBAN", voce.iban)))),
        blocco("RltdAgts", blocco("DbtrAgt", blocco("FinInstnId", tag("BIC", voce.ordinante.bic)))),
        blocco("RmtInf", tag("Ustrd", voce.causale.slice(0, MASSIMO_CAUSALE))),
      ),
    ),
  );

const estratto = (giornata: Giornata, giornale: GiornaleDiCassa): string => {
  const giorno = giornale.giorno.replaceAll("-", "");
  return blocco(
    "Stmt",
    riferimento("Id", `${giorno}-${giornata.iban}`),
    tag("ElctrncSeqNb", Math.floor(Date.parse(`${giornale.giorno}T00:00:00Z`) / 86_400_000)),
    tag("CreDtTm", giornale.creatoIl),
    blocco("FrToDt", tag("FrDtTm", `${giornale.giorno}T00:00:00`), tag("ToDtTm", `${giornale.giorno}T23:59:59`)),
    blocco("Acct", blocco("Id", tag("IBAN", giornata.iban)), tag("Ccy", "EUR"), blocco("Ownr", tag("Nm", giornale.ente.ragioneSociale))),
    saldo("OPBD", giornata.saldoIniziale, giornale.giorno),
    saldo("CLBD", giornata.saldoFinale, giornale.giorno),
    blocco("TxsSummry", blocco("TtlCdtNtries", tag("NbOfNtries", giornata.movimenti.length), tag("Sum", formatImporto(giornata.entrate)))),
    ...giornata.movimenti.map(movimento),
  );
};

export const buildCamt053 = (giornale: GiornaleDiCassa): string => {
  const id = `${giornale.giorno.replaceAll("-", "")}-${giornale.ente.idDominio}`;
  const testata = blocco("GrpHdr", riferimento("MsgId", id), tag("CreDtTm", giornale.creatoIl));
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${escapeXml(NS)}"><BkToCstmrStmt>${testata}` +
    `${giornale.conti.map((giornata) => estratto(giornata, giornale)).join("")}</BkToCstmrStmt></Document>\n`
  );
};
