/**
 * Reader of the CBI bank statement "RH" (rendicontazione saldi e movimenti): one or more logical supports RH…EF in a file, each with several statements 61…64, each
 * with movements 62 and what continues them, 63. Old, still sent by many treasurers, and the format that cuts the remittance text.
 */
import { definiti } from "../../../domain/definiti.ts";
import type { Lettura } from "../../../domain/tesoreria/movimento.ts";
import type { LettoreTesoreria } from "../../../ports/lettori-tesoreria.ts";
import { facoltativo, giornoCbiScritto, scarta } from "../campi.ts";
import { openTesto, sentenceCorretti } from "../caratteri.ts";
import { Emissione } from "../emissione.ts";
import { FileNonValido, rifiuta } from "../xml.ts";
import { type Conto, contoDi, INFORMAZIONI_MASSIME, importoCbi, type Movimento, toRiga } from "./movimento.ts";
import { type RecordCbi, readRecord } from "./record.ts";
import { CODA, campo, MOVIMENTO, PROGRESSIVO, RENDICONTAZIONE, SALDO_FINALE, SALDO_INIZIALE, TESTA, TIPO } from "./tracciato.ts";

/** Other functions of the CBI standard that begin the same way. */
const ALTRI_SUPPORTI: Readonly<{ [tipo: string]: string }> = {
  EC: "estratto conto periodico",
  RA: "rendicontazione conti anticipi",
  RP: "rendicontazione portafoglio",
  DT: "rendicontazione dossier titoli",
};

interface Rendicontazione extends Conto {
  readonly numero: string;
  readonly iniziale: bigint | undefined;
  somma: bigint;
  completa: boolean;
}

interface Supporto {
  readonly nome: string;
  readonly abi: string;
  record: number;
  rendicontazioni: number;
}

class LetturaRh {
  readonly emissione = new Emissione();
  private supporto: Supporto | undefined;
  private rendicontazione: Rendicontazione | undefined;
  private movimento: Movimento | undefined;
  private ultimo = 0;

  read({ n, testo }: RecordCbi): void {
    this.ultimo = n;
    if (this.supporto) this.supporto.record += 1;
    const tipo = campo(testo, TIPO);
    if (tipo !== "63") this.closeMovimento();
    if (tipo === "RH") this.openSupporto(n, testo);
    else if (!this.supporto) {
      const altro = ALTRI_SUPPORTI[tipo];
      rifiuta(
        altro === undefined
          ? `riga ${n}: atteso il record RH di una rendicontazione CBI`
          : `il file è di tipo ${tipo} (${altro}): caricare la rendicontazione saldi e movimenti RH`,
      );
    } else if (tipo === "61") this.openRendicontazione(this.supporto, testo);
    else if (tipo === "62") this.openMovimento(n, testo);
    else if (tipo === "63") this.addInformazioni(n, testo);
    else if (tipo === "64") this.closeRendicontazione(testo);
    else if (tipo === "EF") this.closeSupporto(this.supporto, testo);
    else if (tipo !== "65") this.scarto(n, testo, `tipo record «${tipo}» inatteso: attesi RH, 61, 62, 63, 64, 65, EF`);
  }

  /** A movement still open was cut: what continues it is not there. */
  end(): void {
    if (!this.supporto && this.ultimo === 0) rifiuta("il file è vuoto");
    if (this.supporto) rifiuta(`il file è tagliato alla riga ${this.ultimo}: manca il record EF`);
  }

  private scarto(n: number, testo: string, motivo: string): void {
    this.emissione.prova(
      () => scarta(`riga ${n}: ${motivo}`),
      () => testo,
    );
  }

  private openSupporto(n: number, testo: string): void {
    if (this.supporto) this.emissione.segnala(`riga ${n}: nuovo record RH senza il record EF del precedente`);
    this.abandonRendicontazione();
    this.supporto = { nome: campo(testo, TESTA.supporto).trim(), abi: campo(testo, TESTA.mittente), record: 1, rendicontazioni: 0 };
  }

  private openRendicontazione(supporto: Supporto, testo: string): void {
    this.abandonRendicontazione();
    supporto.rendicontazioni += 1;
    const { data, divisa, segno, importo } = SALDO_INIZIALE;
    const conto = contoDi(testo);
    this.rendicontazione = {
      ...{ numero: campo(testo, RENDICONTAZIONE), conto, divisa: campo(testo, divisa), data: campo(testo, data) },
      ...{ iniziale: importoCbi(campo(testo, importo), campo(testo, segno)), somma: 0n, completa: true },
    };
    const giorno = giornoCbiScritto(this.rendicontazione.data);
    this.emissione.testata(
      definiti({
        ...{ formato: "CBI_RH" as const, conto, dataDa: giorno, dataA: giorno },
        abi: /^\d{5}$/.test(supporto.abi) ? supporto.abi : undefined,
        idFlusso: facoltativo(supporto.nome),
      }),
    );
  }

  private openMovimento(n: number, testo: string): void {
    if (!this.rendicontazione) this.scarto(n, testo, "record 62 fuori da una rendicontazione: manca il record 61");
    else this.movimento = { record: testo, informazioni: [] };
  }

  private addInformazioni(n: number, testo: string): void {
    const { movimento } = this;
    if (!movimento || campo(movimento.record, PROGRESSIVO) !== campo(testo, PROGRESSIVO))
      this.scarto(n, testo, "record 63 senza il record 62 che continua");
    else if (movimento.informazioni.length < INFORMAZIONI_MASSIME) movimento.informazioni.push(testo);
  }

  private closeMovimento(): void {
    const { movimento, rendicontazione } = this;
    this.movimento = undefined;
    if (!movimento || !rendicontazione) return;
    const { record, informazioni } = movimento;
    this.emissione.riga(
      () => toRiga(movimento, rendicontazione),
      () => [record, ...informazioni].map((riga) => riga.trim()).join(" | "),
    );
    const importo = importoCbi(campo(record, MOVIMENTO.importo), campo(record, MOVIMENTO.segno));
    if (importo === undefined) rendicontazione.completa = false;
    else rendicontazione.somma += importo;
  }

  private closeRendicontazione(testo: string): void {
    const { rendicontazione } = this;
    if (!rendicontazione) return;
    const { iniziale, somma, completa, conto } = rendicontazione;
    const finale = importoCbi(campo(testo, SALDO_FINALE.importo), campo(testo, SALDO_FINALE.segno));
    if (iniziale !== undefined && completa) this.emissione.totale(`saldo finale del conto ${conto ?? ""}`.trim(), finale, iniziale + somma);
    this.emissione.chiusura();
    this.rendicontazione = undefined;
  }

  private abandonRendicontazione(): void {
    if (!this.rendicontazione) return;
    this.emissione.segnala(`rendicontazione ${this.rendicontazione.numero}: manca il saldo finale (record 64)`);
    this.emissione.chiusura();
    this.rendicontazione = undefined;
  }

  private closeSupporto(supporto: Supporto, testo: string): void {
    this.abandonRendicontazione();
    const scritti = campo(testo, CODA.record);
    const presenti = supporto.record;
    if (/^\d{7}$/.test(scritti) && Number(scritti) !== presenti)
      this.emissione.segnala(`il record EF dichiara ${Number(scritti)} record, il supporto ${supporto.nome} ne ha ${presenti}`);
    const dichiarate = campo(testo, CODA.rendicontazioni);
    if (/^\d{7}$/.test(dichiarate) && Number(dichiarate) !== supporto.rendicontazioni)
      this.emissione.segnala(
        `il record EF dichiara ${Number(dichiarate)} rendicontazioni, il supporto ${supporto.nome} ne ha ${supporto.rendicontazioni}`,
      );
    this.supporto = undefined;
  }
}

/** @returns why the file stops here. */
const prova = (leggi: () => void): string | undefined => {
  try {
    leggi();
    return undefined;
  } catch (errore) {
    if (errore instanceof FileNonValido) return errore.message;
    throw errore;
  }
};

async function* readTutti(lettura: LetturaRh, pezzi: AsyncIterable<string>): AsyncGenerator<Lettura, string | undefined, undefined> {
  try {
    for await (const record of readRecord(pezzi)) {
      const motivo = prova(() => {
        for (const uno of record) lettura.read(uno);
      });
      yield* lettura.emissione.take();
      if (motivo !== undefined) return motivo;
    }
  } catch (errore) {
    if (errore instanceof FileNonValido) return errore.message;
    throw errore;
  }
  return prova(() => lettura.end());
}

/** CBI bank statement, RH. */
export const leggiRh: LettoreTesoreria = async function* (byte) {
  const lettura = new LetturaRh();
  const { emissione } = lettura;
  const aperto = await openTesto(byte);
  const motivo = aperto.ok ? yield* readTutti(lettura, aperto.valore.pezzi) : aperto.errore;
  const corretti = aperto.ok ? sentenceCorretti(aperto.valore) : undefined;
  if (corretti !== undefined) emissione.segnala(corretti);
  emissione.closeFatti();
  if (motivo !== undefined) emissione.rifiuto(motivo);
  yield* emissione.take();
};
