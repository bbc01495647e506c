/**
 * Reader of ISO 20022 bank statements (camt.053) and credit notifications (camt.054), any version from 001.02: names are the same under every namespace, and where a
 * later version moved one (status, names of parties, amounts of details, pages) both places are looked at. The CBI envelope around them is transparent.
 */
import { definiti } from "../../../domain/definiti.ts";
import type { FormatoTesoreria, Lettura } from "../../../domain/tesoreria/movimento.ts";
import type { LettoreTesoreria } from "../../../ports/lettori-tesoreria.ts";
import { facoltativo, giornoScritto } from "../campi.ts";
import { Emissione } from "../emissione.ts";
import { type GestoreXml, readXml, rifiuta } from "../xml.ts";
import { checkEstratto, type Saldo, type Somme, toSaldo } from "./estratto.ts";
import {
  type Campi,
  DETTAGLI_MASSIMI,
  type Dettaglio,
  isDistinta,
  readVoce,
  testoDi,
  toRigaDettaglio,
  toRigaVoce,
  type Voce,
  type VoceLetta,
} from "./voce.ts";

const ESTRATTI: Readonly<Record<string, FormatoTesoreria>> = { Stmt: "CAMT053", Ntfctn: "CAMT054" };
/** Values kept of one element: an honest entry has about fifty. */
const CAMPI_MASSIMI = 300;
const TESTI_MASSIMI = 100;
const SALDI_MASSIMI = 200;
/** Where the details of an entry are, under it. */
const DETTAGLIO = "NtryDtls/TxDtls";
const TESTI: readonly string[] = ["RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/AddtlRmtInf"];

interface Estratto {
  readonly formato: FormatoTesoreria;
  /** Depth of its element. */
  readonly base: number;
  readonly campi: Campi;
  readonly saldi: Saldo[];
  readonly somme: Somme;
  aperto: boolean;
  conto: string | undefined;
  sospese: number;
}

const addCampo = (campi: Campi, nome: string, testo: string): void => {
  if (campi.size < CAMPI_MASSIMI && !campi.has(nome)) campi.set(nome, testo.trim());
};

const intero = (testo: string | undefined): number | undefined => (/^\d{1,5}$/.test(testo ?? "") ? Number(testo) : undefined);

class GestoreCamt implements GestoreXml<Lettura> {
  readonly emissione = new Emissione();
  estratti = 0;
  private estratto: Estratto | undefined;
  private saldo: Campi | undefined;
  private voce: Voce | undefined;
  private dettaglio: Dettaglio | undefined;
  private versione: string | undefined;
  /** Pages of 001.02 are in the header of the message. */
  private readonly messaggio: Campi = new Map();
  private valuta = "";

  take(): readonly Lettura[] {
    return this.emissione.take();
  }

  open(percorso: readonly string[], attributi: Readonly<Record<string, string>>): void {
    const nome = percorso[percorso.length - 1] ?? "";
    this.valuta = attributi["Ccy"] ?? "";
    if (percorso.length === 1) this.versione = /camt\.05[34]\.\d{3}\.\d{2}/.exec(Object.values(attributi).join(" "))?.[0];
    if (nome === "Rpt" && percorso.at(-2) === "BkToCstmrAcctRpt")
      rifiuta("il file è un camt.052, provvisorio: caricare l'estratto conto camt.053 o la notifica camt.054");
    if (!this.estratto) this.openEstratto(percorso, nome);
    else if (percorso.length === this.estratto.base + 1) {
      if (nome === "Bal") this.saldo = new Map();
      if (nome === "Ntry") {
        this.startRighe(this.estratto);
        this.voce = { campi: new Map(), dettagli: [], dettagliPersi: 0 };
      }
    } else if (this.voce && nome === "TxDtls" && this.sotto(percorso, this.estratto.base + 1) === DETTAGLIO) {
      this.dettaglio = { campi: new Map(), testi: [] };
    }
  }

  close(percorso: readonly string[], testo: string): void {
    const { estratto } = this;
    if (!estratto) {
      if (percorso.includes("MsgPgntn")) addCampo(this.messaggio, percorso[percorso.length - 1] ?? "", testo);
      return;
    }
    const livello = percorso.length - estratto.base;
    if (livello === 0) this.closeEstratto(estratto);
    else if (this.dettaglio && this.voce) this.closeInDettaglio(this.voce, this.dettaglio, percorso, estratto.base, testo);
    else if (this.voce) {
      if (livello === 1) this.closeVoce(estratto, this.voce);
      else this.addValore(this.voce.campi, this.sotto(percorso, estratto.base + 1), testo);
    } else if (this.saldo) {
      if (livello === 1) this.closeSaldo(estratto, this.saldo);
      else this.addValore(this.saldo, this.sotto(percorso, estratto.base + 1), testo);
    } else this.addValore(estratto.campi, this.sotto(percorso, estratto.base), testo);
    this.valuta = "";
  }

  private sotto(percorso: readonly string[], da: number): string {
    return percorso.slice(da).join("/");
  }

  private addValore(campi: Campi, nome: string, testo: string): void {
    if (this.valuta !== "") addCampo(campi, `${nome}@`, this.valuta);
    if (testo.trim() !== "") addCampo(campi, nome, testo);
  }

  private openEstratto(percorso: readonly string[], nome: string): void {
    const formato = ESTRATTI[nome];
    if (formato === undefined) return;
    this.estratti += 1;
    this.estratto = {
      ...{ formato, base: percorso.length, campi: new Map(), saldi: [], somme: { avere: 0n, dare: 0n, complete: true } },
      ...{ aperto: false, conto: undefined, sospese: 0 },
    };
  }

  /** The header is known when the entries begin: the schema writes them last. */
  private startRighe(estratto: Estratto): void {
    if (estratto.aperto) return;
    estratto.aperto = true;
    const { campi, formato } = estratto;
    estratto.conto = (facoltativo(campi.get("Acct/Id/IBAN")) ?? facoltativo(campi.get("Acct/Id/Othr/Id")))
      ?.replaceAll(" ", "")
      .toUpperCase();
    const pagina = intero(campi.get("StmtPgntn/PgNb") ?? campi.get("NtfctnPgntn/PgNb") ?? this.messaggio.get("PgNb"));
    const ultima = campi.get("StmtPgntn/LastPgInd") ?? campi.get("NtfctnPgntn/LastPgInd") ?? this.messaggio.get("LastPgInd");
    this.emissione.testata(
      definiti({
        formato,
        versioneFormato: this.versione,
        codiceFiscaleEnte: /^(?:IT)?(\d{11})$/.exec(facoltativo(campi.get("Acct/Ownr/Id/OrgId/Othr/Id")) ?? "")?.[1],
        conto: estratto.conto,
        idFlusso: facoltativo(campi.get("Id")),
        pagina,
        // The message tells its total only by being the last page.
        pagineTotali: pagina !== undefined && /^(?:true|1)$/.test(ultima ?? "") ? pagina : undefined,
        dataDa: giornoScritto(campi.get("FrToDt/FrDtTm")),
        dataA: giornoScritto(campi.get("FrToDt/ToDtTm")),
      }),
    );
  }

  private closeSaldo(estratto: Estratto, campi: Campi): void {
    const saldo = toSaldo(campi);
    if (saldo && estratto.saldi.length < SALDI_MASSIMI) estratto.saldi.push(saldo);
    this.saldo = undefined;
  }

  private closeInDettaglio(voce: Voce, dettaglio: Dettaglio, percorso: readonly string[], base: number, testo: string): void {
    const nome = this.sotto(percorso, base + 3);
    if (nome === "") {
      if (voce.dettagli.length < DETTAGLI_MASSIMI) voce.dettagli.push(dettaglio);
      else voce.dettagliPersi += 1;
      this.dettaglio = undefined;
    } else if (TESTI.includes(nome)) {
      if (dettaglio.testi.length < TESTI_MASSIMI && testo.trim() !== "") dettaglio.testi.push(testo);
    } else if (nome === "AddtlTxInf" && dettaglio.testi.length === 0) dettaglio.testi.push(testo);
    else if (/^(?:Refs|Amt|AmtDtls\/TxAmt|RltdPties|CdtDbtInd)/.test(nome)) this.addValore(dettaglio.campi, nome, testo);
  }

  private closeVoce(estratto: Estratto, voce: Voce): void {
    this.voce = undefined;
    const stato = voce.campi.get("Sts/Cd") ?? voce.campi.get("Sts/Prtry") ?? voce.campi.get("Sts");
    if (stato !== undefined && stato !== "BOOK") {
      estratto.sospese += 1;
      return;
    }
    const testo = (): string => testoDi(voce);
    const letta = this.emissione.prova(() => readVoce(voce, estratto.conto), testo);
    if (!letta) {
      estratto.somme.complete = false;
      return;
    }
    this.count(estratto, letta);
    if (isDistinta(voce, letta))
      for (const [i, dettaglio] of voce.dettagli.entries())
        this.emissione.riga(() => toRigaDettaglio(voce, letta, dettaglio, i + 1), testo);
    else this.emissione.riga(() => toRigaVoce(voce, letta), testo);
    if (letta.somma !== undefined)
      this.emissione.totale(
        `dettagli della voce ${facoltativo(voce.campi.get("NtryRef")) ?? facoltativo(voce.campi.get("AcctSvcrRef")) ?? "senza riferimento"}`,
        letta.comune.importo,
        letta.somma,
      );
    if (voce.dettagliPersi > 0)
      this.emissione.segnala(`una voce ha più di ${DETTAGLI_MASSIMI} transazioni: è stata letta come un movimento solo`);
  }

  private count({ somme }: Estratto, { comune }: VoceLetta): void {
    const entra = (comune.segno === "ENTRATA") === (comune.operazione === "ESEGUITO");
    if (entra) somme.avere += comune.importo;
    else somme.dare += comune.importo;
  }

  private closeEstratto(estratto: Estratto): void {
    this.startRighe(estratto);
    const nome = estratto.conto === undefined ? "dell'estratto" : `del conto ${estratto.conto}`;
    checkEstratto(this.emissione, estratto.campi, estratto.saldi, estratto.somme, nome);
    if (estratto.sospese > 0) this.emissione.segnala(`${estratto.sospese} voci non ancora contabilizzate (PDNG) non sono state lette`);
    this.emissione.chiusura();
    this.estratto = undefined;
  }
}

/** Bank statement camt.053 or notification camt.054. */
export const leggiCamt: LettoreTesoreria = async function* (byte) {
  const gestore = new GestoreCamt();
  const { rifiuto, segnalazioni } = yield* readXml(byte, gestore);
  const motivo = rifiuto ?? (gestore.estratti === 0 ? "il file non contiene né estratti conto (Stmt) né notifiche (Ntfctn)" : undefined);
  for (const fatto of segnalazioni) gestore.emissione.segnala(fatto);
  gestore.emissione.closeFatti();
  if (motivo !== undefined) gestore.emissione.rifiuto(motivo);
  yield* gestore.take();
};
