/**
 * The periodic search of new flows (reference 5.1): creditor by creditor, from where the last search got. Whatever goes wrong with one creditor
 * or one flow is told in the journal and stays with it; an intermediary that pagoPA asks to slow down is left alone until the next run.
 */
import { type Dominio, stazioneAttiva } from "../../domain/anagrafiche/creditore.ts";
import { cercaDopo } from "../../domain/rendicontazioni/segnalibro.ts";
import type { Anagrafiche, RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ErroreFdr, Fdr, FlussoPubblicato } from "../../ports/fdr.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { findPuntoFdr, type PuntoFdr } from "./connettore-fdr.ts";
import { registerFlusso } from "./register-flusso.ts";

interface Porte {
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly anagrafiche: Pick<Anagrafiche, "getStazione" | "getIntermediario">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni" | "getFlussi" | "getSegnalibro">;
  readonly fdr: Pick<Fdr, "findPubblicati">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export type CifreAcquisizione = Readonly<Record<"domini" | "nuovi" | "falliti" | "rimandati", number>>;

/** A creditor's flows of 30 days: hundreds, at most thousands. */
const PAGINE_MASSIME = 100;
/** Within the function's 300 s, with room to finish the creditor in hand. */
const TEMPO_MILLISECONDI = 240_000;

interface Elenco {
  readonly flussi: readonly FlussoPubblicato[];
  readonly errore?: ErroreFdr;
}

/** Lists may be cut short by an error: what came is used, but the bookmark stays. */
const listPubblicati = async (
  fdr: Porte["fdr"],
  { connettore }: PuntoFdr,
  idDominio: string,
  dopo: string | undefined,
): Promise<Elenco> => {
  const flussi: FlussoPubblicato[] = [];
  for (let pagina = 1; pagina <= PAGINE_MASSIME; pagina += 1) {
    const esito = await fdr.findPubblicati(connettore, idDominio, pagina, dopo);
    if (!esito.ok) return { flussi, errore: esito.errore };
    flussi.push(...esito.valore.flussi);
    if (pagina >= esito.valore.pagineTotali || esito.valore.flussi.length === 0) break;
  }
  return { flussi };
};

const chiaveDi = ({ idFlusso, idPsp, revisione }: Pick<FlussoPubblicato, "idFlusso" | "idPsp" | "revisione">): string =>
  `${idFlusso}\u0000${idPsp}\u0000${revisione}`;

const messaggioDi = (errore: unknown): string => (errore instanceof Error ? errore.message : String(errore));

export const acquireFlussi = (porte: Porte) => {
  const { registro, anagrafiche, rendicontazioni, fdr, unitOfWork, clock } = porte;
  const register = registerFlusso(porte);

  const tell = (traccia: Traccia, idDominio: string, dettaglioEsito: string): Promise<void> =>
    unitOfWork.putEventi([
      traccia.evento({
        componente: "API_PAGOPA",
        ruolo: "CLIENT",
        tipoEvento: "nodoChiediElencoFlussiRendicontazione",
        idDominio,
        esito: "FAIL",
        dettaglioEsito,
        severita: 5,
      }),
    ]);

  /** The latest publication up to which nothing is missing. */
  const moveSegnalibro = async (idDominio: string, ultima: string | undefined): Promise<void> => {
    const segnalibro = await rendicontazioni.getSegnalibro(idDominio);
    if (ultima === undefined || (segnalibro && segnalibro.ultimaPubblicazione >= ultima)) return;
    // A refusal means that another run moved it meanwhile: the overlap covers the difference.
    await unitOfWork.commit([
      segnalibro
        ? { azione: "sostituisci", entita: "segnalibro", valore: { ...segnalibro, ultimaPubblicazione: ultima } }
        : { azione: "crea", entita: "segnalibro", valore: { versione: 0, idDominio, ultimaPubblicazione: ultima } },
    ]);
  };

  const acquireDominio = async (
    { idDominio }: Dominio,
    punto: PuntoFdr,
    traccia: Traccia,
  ): Promise<{ nuovi: number; errore?: ErroreFdr; falliti: number }> => {
    const segnalibro = await rendicontazioni.getSegnalibro(idDominio);
    const elenco = await listPubblicati(fdr, punto, idDominio, cercaDopo(segnalibro?.ultimaPubblicazione, clock.now()));
    const noti = new Set(
      (await rendicontazioni.getFlussi([...new Map(elenco.flussi.map((f) => [chiaveDi(f), f])).values()])).map(chiaveDi),
    );
    const daRegistrare = elenco.flussi
      .filter((f) => !noti.has(chiaveDi(f)))
      .sort((a, b) => (a.dataPubblicazione < b.dataPubblicazione ? -1 : 1));
    let nuovi = 0;
    let primoFallito: string | undefined;
    let falliti = 0;
    for (const flusso of daRegistrare) {
      try {
        if (await register(flusso, traccia)) nuovi += 1;
      } catch (errore) {
        falliti += 1;
        primoFallito ??= flusso.dataPubblicazione;
        await tell(traccia, idDominio, `flusso ${flusso.idFlusso}: ${messaggioDi(errore)}`);
      }
    }
    if (!elenco.errore) {
      const viste = elenco.flussi.map((f) => f.dataPubblicazione).filter((data) => primoFallito === undefined || data < primoFallito);
      await moveSegnalibro(idDominio, viste.sort().at(-1));
    }
    return { nuovi, falliti, ...(elenco.errore && { errore: elenco.errore }) };
  };

  return async (traccia: Traccia): Promise<CifreAcquisizione> => {
    const domini = (await registro.list("dominio")).filter((d) => d.scaricaFr && d.abilitato && stazioneAttiva(d) !== undefined);
    const inPausa = new Set<string>();
    const cifre = { domini: 0, nuovi: 0, falliti: 0, rimandati: 0 };
    const fine = Date.parse(traccia.inizio) + TEMPO_MILLISECONDI;
    for (const dominio of domini) {
      try {
        const punto = await findPuntoFdr(anagrafiche, dominio);
        if (!punto) continue;
        if (inPausa.has(punto.idIntermediario) || Date.parse(clock.now()) > fine) {
          cifre.rimandati += 1;
          continue;
        }
        cifre.domini += 1;
        const { nuovi, falliti, errore } = await acquireDominio(dominio, punto, traccia);
        cifre.nuovi += nuovi;
        cifre.falliti += falliti;
        if (!errore) continue;
        cifre.falliti += 1;
        if (errore.causa === "troppe-richieste") inPausa.add(punto.idIntermediario);
        await tell(traccia, dominio.idDominio, errore.dettaglio);
      } catch (errore) {
        cifre.falliti += 1;
        await tell(traccia, dominio.idDominio, messaggioDi(errore));
      }
    }
    return cifre;
  };
};
