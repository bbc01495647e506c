/**
 * Reader of the cash journal OPI ("giornale di cassa"), versions 1.4, 1.6.1, 1.7.1 and 1.8, which differ in the header, in the list of execution modes and in how an
 * order names the provisional entries it covers. Pages are told, not assembled: each file is one.
 */
import { definiti } from "../../../domain/definiti.ts";
import type { Lettura, TestataTesoreria } from "../../../domain/tesoreria/movimento.ts";
import { parseIban } from "../../../domain/valori/iban.ts";
import type { LettoreTesoreria } from "../../../ports/lettori-tesoreria.ts";
import { facoltativo, giornoScritto } from "../campi.ts";
import { Emissione } from "../emissione.ts";
import { type GestoreXml, readXml, rifiuta } from "../xml.ts";
import { type Contesto, type Riga, type SospesoCoperto, testoDi, toRiga, toRigaCoperta, toRigaOrdine } from "./movimento.ts";
import { addRiga, type Conto, checkComplessivo, checkConto, createConto } from "./quadrature.ts";

const RADICE = "flusso_giornale_di_cassa";
const CONTO = "informazioni_conto_evidenza";
const MOVIMENTO = "movimento_conto_evidenza";
/** Groups whose fields are kept with those of the journal: their names are their own. */
const NELLA_TESTATA: readonly string[] = ["testata_messaggio", "totali_esercizio"];
/** The schema allows 1000 (`sospeso`, maxOccurs). */
const COPERTI_MASSIMI = 1_000;
/** Covered entries waiting to know whether the journal writes them by itself, and accounts whose balances are summed. */
const ATTESA_MASSIMA = 20_000;
const CONTI_MASSIMI = 1_000;

interface Movimento {
  readonly campi: Map<string, string>;
  readonly coperti: SospesoCoperto[];
  coperto: { numero?: string; importo?: string };
}

const intero = (testo: string | undefined, minimo: number, massimo: number, campo: string): number | undefined => {
  const valore = facoltativo(testo);
  if (valore === undefined) return undefined;
  const numero = /^\d{1,9}$/.test(valore) ? Number(valore) : Number.NaN;
  return numero >= minimo && numero <= massimo
    ? numero
    : rifiuta(`${campo}: «${valore.slice(0, 40)}», atteso un numero da ${minimo} a ${massimo}`);
};

const toTestata = (campi: ReadonlyMap<string, string>): TestataTesoreria => {
  const riferimento = giornoScritto(campi.get("data_riferimento_GdC"));
  const inizio = giornoScritto(campi.get("data_inizio_periodo_riferimento"));
  const fine = giornoScritto(campi.get("data_fine_periodo_riferimento"));
  if (riferimento === undefined && (inizio === undefined || fine === undefined))
    rifiuta(
      "versione del giornale di cassa non riconosciuta: manca data_riferimento_GdC (1.6.1, 1.7.1, 1.8) e mancano data_inizio_periodo_riferimento e data_fine_periodo_riferimento (1.4)",
    );
  const codiceFiscaleEnte = facoltativo(campi.get("codice_fiscale_ente")) ?? rifiuta("testata_messaggio: manca codice_fiscale_ente");
  return definiti({
    formato: "OPI" as const,
    versioneFormato: riferimento === undefined ? "1.4" : "1.6.1 o successiva",
    codiceFiscaleEnte,
    abi: facoltativo(campi.get("codice_ABI_BT")),
    idFlusso: facoltativo(campi.get("identificativo_flusso_BT")) ?? rifiuta("manca identificativo_flusso_BT"),
    pagina: intero(campi.get("pagina"), 1, 9_999_999, "pagina"),
    pagineTotali: intero(campi.get("pagine_totali"), 1, 9_999_999, "pagine_totali"),
    esercizio: intero(campi.get("esercizio"), 1999, 2099, "esercizio"),
    dataDa: riferimento ?? inizio,
    dataA: riferimento ?? fine,
  });
};

/** Treasurers write the IBAN, when they write it, in the code or in the description of the account. */
const nomeConto = (campi: ReadonlyMap<string, string>): string | undefined => {
  const codice = facoltativo(campi.get("conto_evidenza"));
  for (const testo of [codice, facoltativo(campi.get("descrizione_conto_evidenza"))]) {
    const iban = testo === undefined ? undefined : parseIban(testo);
    if (iban?.ok) return iban.valore.iban;
  }
  return codice;
};

class GestoreOpi implements GestoreXml<Lettura> {
  readonly emissione = new Emissione();
  private readonly campi = new Map<string, string>();
  private testata: TestataTesoreria | undefined;
  private readonly conti: Conto[] = [];
  private conto: Conto | undefined;
  private contesto: Contesto = { conto: undefined, esercizio: undefined };
  private movimento: Movimento | undefined;
  private attese: Riga[] = [];
  private scritte = new Map<string, number>();

  take(): readonly Lettura[] {
    return this.emissione.take();
  }

  open(percorso: readonly string[]): void {
    const nome = percorso[percorso.length - 1];
    if (percorso.length === 1 && nome !== RADICE) rifiuta(`elemento ${nome?.slice(0, 60)} inatteso: atteso ${RADICE}`);
    if (percorso.length === 2 && nome === CONTO) {
      this.startRighe();
      this.conto = createConto("");
    }
    if (percorso.length === 3 && nome === MOVIMENTO && percorso[1] === CONTO) {
      this.startMovimenti();
      this.movimento = { campi: new Map(), coperti: [], coperto: {} };
    }
    if (percorso.length === 4 && nome === "sospeso" && this.movimento) this.movimento.coperto = {};
  }

  close(percorso: readonly string[], testo: string): void {
    const nome = percorso[percorso.length - 1] ?? "";
    if (this.movimento) this.closeInMovimento(this.movimento, percorso, nome, testo);
    else if (this.conto) this.closeInConto(this.conto, percorso, nome, testo);
    else if (percorso.length === 2 || (percorso.length === 3 && NELLA_TESTATA.includes(percorso[1] ?? ""))) this.campi.set(nome, testo);
    else if (percorso.length === 1) this.end();
  }

  private startRighe(): void {
    if (this.testata) return;
    this.testata = toTestata(this.campi);
    this.emissione.testata(this.testata);
  }

  /** The account's name comes before its movements. */
  private startMovimenti(): void {
    if (!this.conto || this.contesto.conto !== undefined) return;
    const nome = nomeConto(this.conto.campi);
    this.contesto = { conto: nome, esercizio: this.testata?.esercizio };
  }

  private closeInConto(conto: Conto, percorso: readonly string[], nome: string, testo: string): void {
    if (percorso.length === 3) conto.campi.set(nome, testo);
    if (percorso.length !== 2) return;
    this.releaseAttese();
    this.scritte = new Map();
    const chiuso = { ...conto, nome: this.contesto.conto ?? nomeConto(conto.campi) ?? "senza codice" };
    checkConto(this.emissione, chiuso, (this.testata?.pagineTotali ?? 1) === 1);
    if (this.conti.length < CONTI_MASSIMI) this.conti.push(chiuso);
    this.conto = undefined;
    this.contesto = { conto: undefined, esercizio: undefined };
  }

  private closeInMovimento(movimento: Movimento, percorso: readonly string[], nome: string, testo: string): void {
    if (percorso.length === 3) {
      this.closeMovimento(movimento);
      this.movimento = undefined;
    } else if (percorso.length === 4) {
      if (nome === "sospeso") this.addCoperto(movimento, movimento.coperto);
      else if (nome === "numero_sospeso") this.addCoperto(movimento, { numero: testo });
      else if (nome !== "cliente") movimento.campi.set(nome, testo);
    } else if (percorso.length === 5) {
      if (percorso[3] === "cliente") movimento.campi.set(nome, testo);
      else if (percorso[3] === "sospeso" && nome === "numero_provvisorio") movimento.coperto.numero = testo;
      else if (percorso[3] === "sospeso" && nome === "importo_provvisorio") movimento.coperto.importo = testo;
    }
  }

  private addCoperto({ coperti }: Movimento, { numero, importo }: Movimento["coperto"]): void {
    if (coperti.length >= COPERTI_MASSIMI)
      this.emissione.segnala(`un ordinativo copre più di ${COPERTI_MASSIMI} sospesi: gli altri non sono stati letti`);
    else coperti.push({ numero, importo });
  }

  private closeMovimento({ campi, coperti }: Movimento): void {
    const testo = (): string => testoDi(campi);
    const scritta = this.emissione.prova(() => toRiga(campi, coperti, this.contesto), testo);
    if (!scritta) {
      if (this.conto) this.conto.completo = false;
      return;
    }
    const isOrdine = scritta.documento !== "SOSPESO" && coperti.length > 0;
    let coperto = 0n;
    let letti = true;
    for (const sospeso of isOrdine ? coperti : []) {
      const derivata = this.emissione.prova(() => toRigaCoperta(scritta, campi, sospeso), testo);
      if (!derivata) letti = false;
      else {
        coperto += derivata.importo;
        this.addAttesa(derivata);
      }
    }
    // With a part unread, the order is not believed to be new money.
    const riga = isOrdine ? toRigaOrdine(scritta, letti ? coperto : scritta.importo) : scritta;
    this.emissione.riga(() => riga, testo);
    this.noteScritta(riga);
    if (coperto > scritta.importo)
      this.emissione.totale(`sospesi coperti dal documento ${scritta.numeroDocumento ?? ""}`.trim(), scritta.importo, coperto);
    if (this.conto) addRiga(this.conto, scritta, coperto);
  }

  /** Some treasurers write the regularised entry as a movement too: those are not told twice. */
  private noteScritta({ documento, operazione, numeroSospeso = "" }: Riga): void {
    if (documento !== "SOSPESO" || (operazione !== "REGOLARIZZATO" && operazione !== "RIPRISTINATO")) return;
    const chiave = `${operazione} ${numeroSospeso}`;
    this.scritte.set(chiave, (this.scritte.get(chiave) ?? 0) + 1);
    if (this.scritte.size >= ATTESA_MASSIMA) this.releaseAttese();
  }

  private addAttesa(derivata: Riga): void {
    this.attese.push(derivata);
    if (this.attese.length >= ATTESA_MASSIMA) this.releaseAttese();
  }

  private releaseAttese(): void {
    for (const derivata of this.attese) {
      const chiave = `${derivata.operazione} ${derivata.numeroSospeso}`;
      const quante = this.scritte.get(chiave) ?? 0;
      if (quante > 0) this.scritte.set(chiave, quante - 1);
      else
        this.emissione.riga(
          () => derivata,
          () => "",
        );
    }
    this.attese = [];
    if (this.scritte.size >= ATTESA_MASSIMA) this.scritte.clear();
  }

  private end(): void {
    this.startRighe();
    checkComplessivo(this.emissione, this.campi, this.conti, (this.testata?.pagineTotali ?? 1) === 1 && this.conti.length < CONTI_MASSIMI);
  }
}

/** Cash journal OPI, one page. */
export const leggiOpi: LettoreTesoreria = async function* (byte) {
  const gestore = new GestoreOpi();
  const { rifiuto, segnalazioni } = yield* readXml(byte, gestore);
  for (const fatto of segnalazioni) gestore.emissione.segnala(fatto);
  gestore.emissione.chiusura();
  if (rifiuto !== undefined) gestore.emissione.rifiuto(rifiuto);
  yield* gestore.take();
};
