/**
 * Makes the file of a layout: pages of the collected amounts by their cursors, written as they are read. Dead half way, it is made again from the beginning: the file is
 * in its folder whole or not at all, and the same days give the same name.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { GRUPPI_ACCERTAMENTI } from "../../domain/contabilita/accertamenti.ts";
import { isInTesoreria, righeContabiliDi } from "../../domain/contabilita/riga-contabile.ts";
import type { ContestoFile, ContestoRiga } from "../../domain/contabilita/tracciati/fonte.ts";
import { aperturaDi, chiusuraDi, encodeTesto, type TipoRecord, writeRecordTracciato } from "../../domain/contabilita/tracciati/scrivi.ts";
import {
  chiaveFileDi,
  consegnaDi,
  type EsecuzioneTracciato,
  type FiltriTracciato,
  type LayoutTracciato,
  nomeFileDi,
  type TracciatoContabile,
} from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { statiEsportazione } from "../../domain/esportazioni/stati-esportazione.ts";
import type { EntrataPrevista } from "../../domain/rendicontazioni/entrata-prevista.ts";
import { addGiorni, fineGiorno, giornoDi, inizioGiorno } from "../../domain/valori/date.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import type { Registro } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Pagina } from "../../ports/pagina.ts";
import type { TracciatiContabili } from "../../ports/tracciati-contabili.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { findEntratePreviste, type PorteEntrate } from "../rendicontazioni/entrate-previste.ts";
import { sumAccertamenti } from "./find-accertamenti.ts";
import { type PorteRendicontate, readRendicontate } from "./read-rendicontate.ts";
import { readTracciato } from "./tracciati-contabili.ts";

export interface PorteElaborazione extends PorteEntrate, PorteRendicontate {
  readonly rendicontazioni: PorteEntrate["rendicontazioni"] & PorteRendicontate["rendicontazioni"];
  readonly registro: Pick<Registro, "get" | "list">;
  readonly tracciati: TracciatiContabili;
  readonly oggetti: Pick<Oggetti, "compose">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

const RIGHE_PER_PAGINA = 500;
/** Characters written together. */
const PEZZO = 65_536;

const TIPI: Readonly<Record<LayoutTracciato["formato"], string>> = {
  ...{ CSV: "text/csv", FISSO: "text/plain", JSON: "application/json", XML: "application/xml" },
};

/** The layout and what is read do not go together: the file cannot be made. */
class TracciatoRifiutato extends Error {}

const isTra = ({ riscossione, flusso }: EntrataPrevista, filtri: FiltriTracciato, oggi: string): boolean => {
  const { stati, rendicontata, nonRendicontataDaGiorni, idTipiPendenza, idUnitaOperative } = filtri;
  const vecchia = (giorni: number): boolean => giornoDi(riscossione.data) <= addGiorni(oggi, -giorni);
  return (
    (stati === undefined || stati.includes(riscossione.stato)) &&
    (rendicontata === undefined || rendicontata === (flusso !== undefined)) &&
    (nonRendicontataDaGiorni === undefined || (flusso === undefined && vecchia(nonRendicontataDaGiorni))) &&
    (idTipiPendenza === undefined || idTipiPendenza.includes(riscossione.idTipoPendenza ?? "")) &&
    (idUnitaOperative === undefined || idUnitaOperative.includes(riscossione.idUnitaOperativa ?? ""))
  );
};

type Riga = Omit<ContestoRiga, "numero">;
interface Richiesta {
  readonly layout: LayoutTracciato;
  readonly esecuzione: EsecuzioneTracciato;
  readonly chiamante: Chiamante;
  /** Day. */
  readonly oggi: string;
}

async function* readRighe(porte: PorteElaborazione, { layout, esecuzione, chiamante, oggi }: Richiesta): AsyncGenerator<Riga> {
  const { idDominio, da, a } = esecuzione;
  const periodo = { idDominio, da: inizioGiorno(da), a: fineGiorno(a) };
  if (layout.sorgente === "ACCERTAMENTI") {
    const esito = await sumAccertamenti(porte)({ ...periodo, gruppi: GRUPPI_ACCERTAMENTI }, chiamante);
    if (!esito.ok) throw new TracciatoRifiutato(esito.errore.dettaglio ?? esito.errore.codice);
    yield* esito.valore.risultati.map((accertamento) => ({ accertamento, quote: [] }));
    return;
  }
  if (layout.sorgente === "RENDICONTAZIONI") {
    for await (const rendicontata of readRendicontate(porte)({ idDominio, da, a }, chiamante)) yield { rendicontata, quote: [] };
    return;
  }
  const find = findEntratePreviste(porte);
  let cursore: string | undefined;
  do {
    const richiesta = { limite: RIGHE_PER_PAGINA, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) };
    const pagina: Pagina<EntrataPrevista> = await find(periodo, richiesta, chiamante);
    for (const entrata of pagina.elementi) {
      if (!isInTesoreria(entrata) || !isTra(entrata, layout.filtri, oggi)) continue;
      const quote = righeContabiliDi(entrata);
      if (layout.sorgente === "RISCOSSIONI") yield { entrata, quote };
      else yield* quote.map((quota) => ({ entrata, quote: [quota] }));
    }
    cursore = pagina.cursore;
  } while (cursore !== undefined);
}

const importoDi = ({ quote, accertamento, rendicontata }: Riga): bigint =>
  rendicontata?.riga.importo ?? accertamento?.pagato ?? sumImporti(quote.map(({ importo }) => importo));

/** What the creditor's registry says in a file. */
const readEnte = async (
  registro: PorteElaborazione["registro"],
  idDominio: string,
): Promise<Pick<ContestoFile, "ragioneSociale" | "secim">> => {
  const dominio = await registro.get("dominio", idDominio);
  const { codiceCliente, codiceIstituto } = dominio?.esportazioni?.servizioSecim ?? {};
  return {
    ragioneSociale: dominio?.ragioneSociale ?? "",
    secim: {
      ...(typeof codiceCliente === "string" && { codiceCliente }),
      ...(typeof codiceIstituto === "string" && { codiceIstituto }),
    },
  };
};

export const elaborateTracciato = (porte: PorteElaborazione) => {
  const { tracciati, oggetti, unitOfWork, clock } = porte;

  async function* writeFile(richiesta: Richiesta, conta: (righe: number) => void): AsyncGenerator<Uint8Array> {
    const { layout, esecuzione } = richiesta;
    const { idDominio, da, a } = esecuzione;
    const ente = await readEnte(porte.registro, idDominio);
    let file: ContestoFile = { idDominio, ...ente, da, a, creato: clock.now(), righe: 0, importo: 0n };
    const write = (tipo: TipoRecord, riga: ContestoRiga): string => {
      const scritto = writeRecordTracciato(layout, tipo, riga, file);
      if (!scritto.ok) throw new TracciatoRifiutato(scritto.errore);
      return scritto.valore;
    };
    // Records of a JSON are the elements of one array.
    const giunto = layout.formato === "JSON" ? "\n" : "";
    const separa = layout.formato === "JSON" ? ",\n" : "";
    const vuota = { quote: [], numero: 0 };
    let testo = aperturaDi(layout);
    let scritti = 0;
    const append = (record: string): void => {
      testo += `${scritti === 0 ? giunto : separa}${record}`;
      scritti += 1;
    };
    if (layout.testata) append(write("testata", vuota));
    for await (const riga of readRighe(porte, richiesta)) {
      file = { ...file, righe: file.righe + 1, importo: file.importo + importoDi(riga) };
      append(write("dettaglio", { ...riga, numero: file.righe }));
      if (testo.length < PEZZO) continue;
      yield encodeTesto(testo, layout.codifica);
      testo = "";
    }
    if (layout.coda) append(write("coda", vuota));
    conta(file.righe);
    yield encodeTesto(`${testo}${chiusuraDi(layout)}`, layout.codifica);
  }

  const conclude = async (
    esecuzione: EsecuzioneTracciato,
    evento: "concludi" | "scarta",
    cambi: Partial<EsecuzioneTracciato>,
  ): Promise<void> => {
    const stato = statiEsportazione.next(esecuzione.stato, evento);
    if (!stato.ok) return;
    const valore: EsecuzioneTracciato = { ...esecuzione, ...cambi, stato: stato.valore, dataConclusione: clock.now() };
    // A conflict: another delivery of the message has concluded it.
    const { idDominio, id, consegna } = valore;
    await unitOfWork.commit(
      [{ azione: "sostituisci", entita: "esecuzioneTracciato", valore }],
      consegna?.stato === "DA_SPEDIRE" && stato.valore === "PRONTA"
        ? {
            messaggi: [
              { coda: "notifiche", gruppo: consegna.destinatario.replaceAll(":", "-"), corpo: { tipo: "TRACCIATO", idDominio, id } },
            ],
          }
        : {},
    );
  };

  const make = async (esecuzione: EsecuzioneTracciato, tracciato: TracciatoContabile): Promise<void> => {
    const { layout } = tracciato;
    const oggi = giornoDi(clock.now());
    const chiave = chiaveFileDi(tracciato, nomeFileDi(tracciato, esecuzione.da, esecuzione.a, oggi));
    let righe = 0;
    const pezzi = writeFile({ layout, esecuzione, chiamante: esecuzione.mittente, oggi }, (quante) => {
      righe = quante;
    });
    const byte = await oggetti.compose(chiave, pezzi, TIPI[layout.formato]);
    const consegna = esecuzione.consegna ?? consegnaDi(tracciato);
    await conclude(esecuzione, "concludi", { chiave, righe, byte, ...(consegna && { consegna }) });
  };

  return async ({ idDominio, id }: { readonly idDominio: string; readonly id: string }): Promise<void> => {
    const esecuzione = await tracciati.getEsecuzione(idDominio, id);
    if (esecuzione?.stato !== "IN_ATTESA") return;
    const visto = await readTracciato(porte, idDominio, esecuzione.nome, esecuzione.mittente);
    if (!visto?.tracciato.abilitato) return conclude(esecuzione, "scarta", { descrizioneStato: "il tracciato è stato disabilitato" });
    try {
      await make(esecuzione, visto.tracciato);
    } catch (errore) {
      if (!(errore instanceof TracciatoRifiutato)) throw errore;
      await conclude(esecuzione, "scarta", { descrizioneStato: errore.message });
    }
  };
};
