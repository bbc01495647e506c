/**
 * The worker that replaces an account: registry, then the debts that name it, then the copies in pagoPA's archives, then a last look at what is
 * left. The progress is written with what it tells: any stage may be repeated, interrupted or run by two at once, and each debt changes once.
 */
import type { CambioIban, FaseCambio } from "../../domain/cambi/cambio-iban.ts";
import { statiCambio } from "../../domain/cambi/stati-cambio.ts";
import { riferimentoConto, riferimentoEntrata } from "../../domain/pendenze/conti-pendenza.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Cambi } from "../../ports/cambi.ts";
import type { FiltriPerConto, Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio } from "../../ports/unit-of-work.ts";
import { elaborateAnagrafica } from "./elaborate-anagrafica.ts";
import { elaborateLotto, PENDENZE_PER_TRANSAZIONE, type PorteLotto } from "./elaborate-lotto.ts";

export interface PorteCambio extends PorteLotto {
  readonly cambi: Pick<Cambi, "get">;
  readonly registro: Pick<RegistroDiBase, "get" | "list">;
  readonly posizioni: Pick<Posizioni, "findPendenzePerConto" | "getPendenze">;
}

/** `attesa`: the message must come back after so many seconds. */
export type EsitoElaborazione = { readonly esito: "fatto" } | { readonly esito: "attesa"; readonly secondi: number };

const FATTO: EsitoElaborazione = { esito: "fatto" };
const PER_PAGINA = 240;
/** Then another message goes on, well within the function's time. */
const TEMPO_MILLISECONDI = 60_000;
const CONTESE_MASSIME = 20;

const SUCCESSIVA: Readonly<Partial<Record<FaseCambio, FaseCambio>>> = { PENDENZE: "ENTRATE", ENTRATE: "VERIFICA" };

/** Undefined: nothing to look for in this phase. */
const filtriDi = ({ fase, idDominio, ibanVecchio, entrateCambiate }: CambioIban, frammenti: number): FiltriPerConto | undefined => {
  const comuni = { idDominio, frammenti, tipiPendenza: "*", ordine: "asc" } as const;
  if (fase !== "ENTRATE") return { ...comuni, riferimenti: [riferimentoConto(idDominio, ibanVecchio)] };
  if (entrateCambiate.length === 0) return undefined;
  return { ...comuni, riferimenti: entrateCambiate.map((id) => riferimentoEntrata(idDominio, id)), alimentate: true };
};

const conclude = (cambio: CambioIban, data: string): Partial<CambioIban> => {
  const scarti = cambio.numeroScarti + cambio.entrateNonCambiate.length;
  const stato = statiCambio.next(cambio.stato, scarti === 0 ? "completa" : "completaConScarti");
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  return { stato: stato.valore, dataConclusione: data };
};

const senzaCursore = ({ cursore: _cursore, ...resto }: CambioIban): CambioIban => resto;

export const elaborateCambio = (porte: PorteCambio) => {
  const { cambi, registro, posizioni, clock } = porte;
  const elaborateRegistro = elaborateAnagrafica(porte);
  const elaborate = elaborateLotto(porte);

  /** The end of a phase is the beginning of the next, or of nothing. */
  const closeFase = async (cambio: CambioIban, traccia: Traccia): Promise<boolean> => {
    const fase = SUCCESSIVA[cambio.fase];
    const avanzamento = fase === undefined ? conclude(cambio, clock.now()) : { fase };
    return (await elaborate(senzaCursore(cambio), [], avanzamento, traccia)) !== undefined;
  };

  const elaboratePagina = async (cambio: CambioIban, continua: boolean, traccia: Traccia): Promise<boolean> => {
    const dominio = await registro.get("dominio", cambio.idDominio);
    if (!dominio) throw new Error(`dominio ${cambio.idDominio} del cambio ${cambio.id} sconosciuto`);
    const filtri = filtriDi(cambio, dominio.frammenti);
    if (!filtri) return closeFase(cambio, traccia);
    const { cursore } = cambio;
    const pagina = await posizioni.findPendenzePerConto(filtri, {
      ...{ limite: PER_PAGINA, salta: 0, totale: false },
      ...(cursore !== undefined && { cursore }),
    });
    // The index may be behind: what is decided on is read consistently.
    const pendenze = await posizioni.getPendenze(pagina.elementi);
    let corrente: CambioIban | undefined = cambio;
    const ultimo = Math.max(0, Math.ceil(pendenze.length / PENDENZE_PER_TRANSAZIONE) - 1);
    for (let n = 0; n <= ultimo && corrente; n++) {
      const lotto = pendenze.slice(n * PENDENZE_PER_TRANSAZIONE, (n + 1) * PENDENZE_PER_TRANSAZIONE);
      const fine = n === ultimo && pagina.cursore !== undefined;
      const tappa = corrente.tappa + 1;
      const messaggi: readonly Messaggio[] = fine && !continua ? [{ coda: "cambi", corpo: { id: cambio.id, tappa } }] : [];
      const avanzamento = { ...(fine && { cursore: pagina.cursore }), ...(messaggi.length > 0 && { tappa }) };
      corrente = await elaborate(corrente, lotto, avanzamento, traccia, messaggi);
    }
    return corrente !== undefined && (pagina.cursore !== undefined || (await closeFase(corrente, traccia)));
  };

  /** @throws Error to have the message again: the replacement, or its debts, are too contended. */
  return async (messaggio: { readonly id: string; readonly tappa: number }, traccia: Traccia): Promise<EsitoElaborazione> => {
    for (let contese = 0; contese < CONTESE_MASSIME; ) {
      const cambio = await cambi.get(messaggio.id);
      if (!cambio) throw new Error(`cambio ${messaggio.id} sconosciuto`);
      if (cambio.stato !== "IN_CORSO" || messaggio.tappa < cambio.tappa) return FATTO;
      const adesso = clock.now();
      if (cambio.nonPrimaDi !== undefined && adesso < cambio.nonPrimaDi) {
        return { esito: "attesa", secondi: Math.ceil((Date.parse(cambio.nonPrimaDi) - Date.parse(adesso)) / 1000) };
      }
      const continua = Date.parse(adesso) < Date.parse(traccia.inizio) + TEMPO_MILLISECONDI;
      const avanzato =
        cambio.fase === "ANAGRAFICA" ? await elaborateRegistro(cambio, traccia) : await elaboratePagina(cambio, continua, traccia);
      if (!avanzato) contese += 1;
    }
    throw new Error(`cambio ${messaggio.id}: troppo conteso`);
  };
};
