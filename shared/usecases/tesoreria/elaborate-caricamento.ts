/**
 * The worker of treasury files: a message holds the loading for a while and takes it as far as its time allows, in stages of some hundred lines; each stage
 * writes its movements, then how far it is. Killed anywhere, the next reads the file again, passes over what is done, and does again what was not told:
 * lines that are already there write nothing.
 */

import type { Evento } from "../../domain/eventi.ts";
import {
  addSegnalazioni,
  type Caricamento,
  type ConteggiCaricamento,
  chiaviCaricamento,
  INTESTAZIONE_SCARTI,
  rigaScarti,
} from "../../domain/tesoreria/caricamento.ts";
import type { RigaScartata } from "../../domain/tesoreria/movimento.ts";
import type { RigaRegistrabile } from "../../domain/tesoreria/movimento-registrato.ts";
import { isConcluso, statiCaricamento } from "../../domain/tesoreria/stati-caricamento.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica } from "../../ports/unit-of-work.ts";
import { LettoreTratti } from "./letture.ts";
import { chiaveDoppio, measureFile, openFile } from "./open-file.ts";
import type { PorteLettura } from "./porte.ts";
import { messaggioDi } from "./progresso.ts";
import { type EsitoRegistrazione, registraRighe } from "./registra-righe.ts";

export interface ConsegnaTesoreria {
  readonly id: string;
  readonly tappa: number;
  readonly messageId: string;
}

/** `riprova`: another worker holds the loading, look again in so many seconds. */
export type EsitoLavoro = { readonly esito: "fatto" } | { readonly esito: "riprova"; readonly secondi: number };

/** Lines of a stage, and of a transaction's worth of decisions. */
const PASSO = { tappa: 400, lotto: 100 } as const;
/** Two thirds of the function's time: the last stage begun within it has the rest to end. */
const LAVORO_MILLISECONDI = 600_000;
/** How long a worker may be silent before another takes its place: longer than any stage, and than reading again what was done. */
const PRESA_MILLISECONDI = 300_000;
const PAGINE_MASSIME = 1000;
const CSV = "text/csv";

const instantDopo = (istante: string, millisecondi: number): string => new Date(Date.parse(istante) + millisecondi).toISOString();

const advance = (caricamento: Caricamento, evento: Parameters<typeof statiCaricamento.next>[1], descrizioneStato?: string): Caricamento => {
  const stato = statiCaricamento.next(caricamento.stato, evento);
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  return { ...caricamento, stato: stato.valore, ...(descrizioneStato !== undefined && { descrizioneStato }) };
};

const count = (caricamento: Caricamento, righe: readonly RigaRegistrabile[], esiti: readonly EsitoRegistrazione[]): Caricamento => {
  const conti = { nuovi: 0, aggiornati: 0, presenti: 0, ignorate: 0, scartate: 0, entrate: 0n, uscite: 0n };
  let { dataDa, dataA } = caricamento;
  for (const [i, { esito }] of esiti.entries()) {
    const riga = righe[i]?.riga;
    if (esito === "NUOVO") conti.nuovi += 1;
    else if (esito === "AGGIORNATO") conti.aggiornati += 1;
    else if (esito === "PRESENTE") conti.presenti += 1;
    else if (esito === "IGNORATA") conti.ignorate += 1;
    if (!riga || esito === "SCARTATA") continue;
    if (esito === "NUOVO" && riga.operazione === "ESEGUITO") conti[riga.segno === "ENTRATA" ? "entrate" : "uscite"] += riga.importo;
    if (dataDa === undefined || riga.dataContabile < dataDa) dataDa = riga.dataContabile;
    if (dataA === undefined || riga.dataContabile > dataA) dataA = riga.dataContabile;
  }
  return {
    ...caricamento,
    nuovi: caricamento.nuovi + conti.nuovi,
    aggiornati: caricamento.aggiornati + conti.aggiornati,
    presenti: caricamento.presenti + conti.presenti,
    ignorate: caricamento.ignorate + conti.ignorate,
    entrate: caricamento.entrate + conti.entrate,
    uscite: caricamento.uscite + conti.uscite,
    ...(dataDa !== undefined && { dataDa }),
    ...(dataA !== undefined && { dataA }),
  };
};

const scartiDi = (righe: readonly RigaRegistrabile[], esiti: readonly EsitoRegistrazione[]): readonly RigaScartata[] =>
  esiti.flatMap((esito, i) => {
    const riga = righe[i]?.riga;
    return esito.esito === "SCARTATA" && riga ? [{ riga: riga.riga, motivo: esito.motivo, testo: riga.causale.slice(0, 1000) }] : [];
  });

const describeFine = ({ nuovi, aggiornati, presenti, ignorate, scartate }: ConteggiCaricamento, rifiuto: string | undefined): string => {
  const righe = `${nuovi} movimenti nuovi, ${aggiornati} aggiornati, ${presenti} già presenti, ${ignorate} senza denaro, ${scartate} righe scartate`;
  return rifiuto === undefined ? righe : `${righe}; lettura interrotta: ${rifiuto}`;
};

const withoutPresa = ({ presa: _, ...caricamento }: Caricamento): Caricamento => caricamento;

class Lavoro {
  readonly #porte: PorteLettura;
  readonly #consegna: ConsegnaTesoreria;
  readonly #traccia: Traccia;
  #lettore: LettoreTratti | undefined;

  constructor(porte: PorteLettura, consegna: ConsegnaTesoreria, traccia: Traccia) {
    this.#porte = porte;
    this.#consegna = consegna;
    this.#traccia = traccia;
  }

  async run(): Promise<EsitoLavoro> {
    const { tesoreria, clock } = this.#porte;
    const { id, tappa, messageId } = this.#consegna;
    const trovato = await tesoreria.getCaricamento(id);
    if (!trovato || isConcluso(trovato.stato) || trovato.stato === "IN_CARICAMENTO") return { esito: "fatto" };
    const { presa } = trovato;
    const propria = presa?.messaggio === messageId;
    if (!propria && tappa < trovato.tappa) return { esito: "fatto" };
    const adesso = clock.now();
    if (presa && !propria && presa.finoA > adesso)
      return { esito: "riprova", secondi: Math.max(1, Math.ceil((Date.parse(presa.finoA) - Date.parse(adesso)) / 1000)) };
    const limite = instantDopo(adesso, LAVORO_MILLISECONDI);
    try {
      let corrente = await this.#commit(trovato.stato === "IN_ATTESA" ? advance(trovato, "elabora") : trovato);
      while (corrente && !isConcluso(corrente.stato)) {
        const passo: Caricamento = await this.#step(corrente);
        const ultimo: boolean = !isConcluso(passo.stato) && clock.now() >= limite;
        corrente = await this.#commit(passo, ultimo);
        if (ultimo) break;
      }
    } finally {
      await this.#lettore?.close();
    }
    return { esito: "fatto" };
  }

  /** The reader at the place reached; or the loading refused. */
  async #open(caricamento: Caricamento): Promise<Caricamento> {
    const misurato = await measureFile(this.#porte, caricamento);
    if (!misurato.ok) return advance(caricamento, "scarta", misurato.errore);
    const { impronta, dimensione } = misurato.valore;
    const doppio = await this.#reserve(caricamento, impronta);
    if (doppio !== undefined) return advance(caricamento, "scarta", `il file è già stato caricato: caricamento ${doppio}`);
    const creditore = await this.#porte.anagrafiche.getCreditore(caricamento.idDominio);
    if (!creditore) return advance(caricamento, "scarta", `idDominio ${caricamento.idDominio} non registrato`);
    const aperto = await openFile(this.#porte, caricamento, dimensione);
    if (!aperto.ok) return advance(caricamento, "scarta", aperto.errore);
    const misurata = { ...caricamento, impronta, dimensione, formatoLetto: aperto.valore.formato };
    if (aperto.valore.formato === "FDR") return this.#takeFlusso(misurata, aperto.valore.byte);
    const { formato, letture } = aperto.valore;
    const ente = { idDominio: caricamento.idDominio, iban: new Set(creditore.conti.map(({ iban }) => iban)) };
    this.#lettore = new LettoreTratti(letture, formato, ente, impronta, caricamento.righeLette);
    return misurata;
  }

  /** A settlement flow is taken whole, or refused: its rows are not money, and others acquire them. */
  async #takeFlusso(caricamento: Caricamento & { readonly impronta: string }, byte: () => AsyncIterable<Uint8Array>): Promise<Caricamento> {
    const preso = await this.#porte.takeFlusso(caricamento, byte, this.#traccia);
    if (!preso.ok) return advance(caricamento, "scarta", preso.errore);
    const { idFlusso, righe, descrizione } = preso.valore;
    return advance({ ...caricamento, righeLette: righe, flusso: { idFlusso } }, "completa", descrizione);
  }

  /** Id of another loading of the same file; otherwise the file is ours from now on. */
  async #reserve(caricamento: Caricamento, impronta: string): Promise<string | undefined> {
    if (caricamento.forzato || caricamento.impronta !== undefined) return undefined;
    const chiave = chiaveDoppio(caricamento, impronta);
    const unicita = { versione: 0, ambito: "caricamento", chiave, riferimento: caricamento.id } as const;
    if ((await this.#porte.unitOfWork.commit([{ azione: "crea", entita: "unicita", valore: unicita }])).ok) return undefined;
    const altro = await this.#porte.tesoreria.findDoppio(chiave);
    return altro === caricamento.id ? undefined : altro;
  }

  async #step(caricamento: Caricamento): Promise<Caricamento> {
    const aperto = this.#lettore ? caricamento : await this.#open(caricamento);
    if (!this.#lettore) return aperto;
    const { passo = PASSO } = this.#porte;
    const tratto = await this.#lettore.next(aperto, passo.tappa);
    const { righe, scarti, lette, fine, rifiuto } = tratto;
    const register = registraRighe(this.#porte);
    let corrente = tratto.caricamento;
    const rifiutate: RigaScartata[] = [...scarti];
    for (let da = 0; da < righe.length; da += passo.lotto) {
      const lotto = righe.slice(da, da + passo.lotto);
      const esiti = await register(caricamento.idDominio, lotto);
      corrente = count(corrente, lotto, esiti);
      rifiutate.push(...scartiDi(lotto, esiti));
    }
    corrente = await this.#storeScarti({ ...corrente, righeLette: corrente.righeLette + lette, tappa: corrente.tappa + 1 }, rifiutate);
    return fine ? this.#close(corrente, rifiuto) : corrente;
  }

  async #storeScarti(caricamento: Caricamento, scarti: readonly RigaScartata[]): Promise<Caricamento> {
    if (scarti.length === 0) return caricamento;
    const testo = [...scarti]
      .sort((a, b) => a.riga - b.riga)
      .map(rigaScarti)
      .join("");
    const { partiScarti, scartate } = caricamento;
    await this.#porte.oggetti.put(chiaviCaricamento.parteScarti(caricamento, partiScarti), new TextEncoder().encode(testo), CSV);
    return { ...caricamento, partiScarti: partiScarti + 1, scartate: scartate + scarti.length };
  }

  async #close(caricamento: Caricamento, rifiuto: string | undefined): Promise<Caricamento> {
    if (caricamento.partiScarti > 0) await this.#composeScarti(caricamento);
    const completo = await this.#withPagine(caricamento);
    const registrate = completo.nuovi + completo.aggiornati + completo.presenti + completo.ignorate;
    if (registrate === 0 && (rifiuto !== undefined || completo.scartate > 0))
      return advance(completo, "scarta", rifiuto ?? `tutte le ${completo.scartate} righe sono state scartate`);
    const scarti = completo.scartate > 0 || rifiuto !== undefined;
    return advance(completo, scarti ? "completaConScarti" : "completa", describeFine(completo, rifiuto));
  }

  async #composeScarti(caricamento: Caricamento): Promise<void> {
    const { oggetti } = this.#porte;
    async function* parti(): AsyncGenerator<Uint8Array> {
      // A spreadsheet takes the file for UTF-8 only if it begins so.
      yield new TextEncoder().encode(`\uFEFF${INTESTAZIONE_SCARTI}`);
      for (let parte = 0; parte < caricamento.partiScarti; parte += 1) {
        const contenuto = await oggetti.get(chiaviCaricamento.parteScarti(caricamento, parte));
        if (contenuto) yield contenuto;
      }
    }
    await oggetti.compose(chiaviCaricamento.scarti(caricamento), parti(), CSV);
  }

  /** Which pages of the whole are there, when the bank gives it in pages. */
  async #withPagine(caricamento: Caricamento): Promise<Caricamento> {
    const { flusso, idDominio } = caricamento;
    if (flusso?.pagina === undefined || (flusso.pagineTotali ?? 1) <= 1) return caricamento;
    const filtri = { domini: [idDominio], idFlusso: flusso.idFlusso, ordine: "asc" } as const;
    const { elementi } = await this.#porte.tesoreria.findCaricamenti(filtri, { limite: PAGINE_MASSIME, salta: 0, totale: false });
    const lette = elementi.filter(({ stato }) => stato !== "SCARTATO").flatMap((altro) => altro.flusso?.pagina ?? []);
    const arrivate = new Set([...lette, flusso.pagina]);
    const mancanti = Array.from({ length: Math.min(flusso.pagineTotali ?? 1, PAGINE_MASSIME) }, (_, i) => i + 1).filter(
      (n) => !arrivate.has(n),
    );
    const dove = `pagina ${flusso.pagina} di ${flusso.pagineTotali} del flusso ${flusso.idFlusso}`;
    const frase =
      mancanti.length === 0 ? `${dove}: ci sono tutte` : `${dove}: mancano ancora le pagine ${mancanti.slice(0, 20).join(", ")}`;
    return { ...caricamento, segnalazioni: addSegnalazioni(caricamento.segnalazioni, [frase]) };
  }

  #eventi({ idDominio, id, stato, mittente, descrizioneStato = "" }: Caricamento): readonly Evento[] {
    if (!isConcluso(stato)) return [];
    const { principal } = mittente;
    const dettaglioEsito = `${stato}: ${descrizioneStato}`.slice(0, 1000);
    return [this.#traccia.evento({ idDominio, principal, datiPagoPA: { idCaricamento: id }, dettaglioEsito })];
  }

  /** Undefined when the loading was taken from us: another does what we did not. */
  async #commit(caricamento: Caricamento, ultimo = false): Promise<Caricamento | undefined> {
    const { clock, unitOfWork } = this.#porte;
    const adesso = clock.now();
    const libero = withoutPresa({ ...caricamento, dataOraUltimoAggiornamento: adesso });
    const lascia = ultimo || isConcluso(caricamento.stato);
    const presa = { messaggio: this.#consegna.messageId, finoA: instantDopo(adesso, PRESA_MILLISECONDI) };
    const valore = lascia ? libero : { ...libero, presa };
    const modifiche: Modifica[] = [{ azione: "sostituisci", entita: "caricamento", valore }];
    const messaggi: Messaggio[] = ultimo ? [messaggioDi(valore)] : [];
    const scritto = await unitOfWork.commit(modifiche, { messaggi, eventi: this.#eventi(valore) });
    return scritto.ok ? { ...valore, versione: valore.versione + 1 } : undefined;
  }
}

/** Works on the loading of a message as long as its time allows. Throws to have the message again: what was written is not written twice. */
export const elaborateCaricamento =
  (porte: PorteLettura) =>
  (consegna: ConsegnaTesoreria, traccia: Traccia): Promise<EsitoLavoro> =>
    new Lavoro(porte, consegna, traccia).run();
