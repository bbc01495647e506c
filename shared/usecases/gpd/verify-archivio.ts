/**
 * The nightly comparison with the archives of pagoPA, creditor by creditor, in stretches that fit in the time of the function: first every position of theirs
 * against ours, then every debt of ours against what was seen. What differs is sent again through the queue, as if it had just changed; what cannot be
 * repaired by sending is told. Progress is written page by page under its version, so two runs at once, or one that dies, never count twice.
 */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { ArchivioPagoPA } from "../../domain/gpd/archivi.ts";
import { ARCHIVI_PAGOPA, archiviDi } from "../../domain/gpd/modalita.ts";
import {
  addRisultati,
  type CifraVerifica,
  newVerifica,
  resumeVerifica,
  TIPI_DIFFERENZA,
  type VerificaGpd,
} from "../../domain/gpd/verifica.ts";
import { addGiorni, addMinuti, giornoDi } from "../../domain/valori/date.ts";
import type { Allineamenti } from "../../ports/allineamenti.ts";
import type { Anagrafiche, RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { ArchivioGpd, ErroreGpd, PuntoGpd } from "../../ports/archivio-gpd.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { comparePendenze, compareRemote, type PorteEsame } from "./compare-posizioni.ts";
import { findPuntoGpd } from "./punto-gpd.ts";

export interface PorteVerificaGpd extends PorteEsame {
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getEntrata" | "getStazione" | "getIntermediario">;
  readonly allineamenti: Pick<Allineamenti, "getMany" | "findPendenze" | "getVerifica" | "putViste" | "getViste">;
  readonly archivio: Pick<ArchivioGpd, "find">;
}

/** `daGuardare`: differences that no new send repairs; `interrotti`: comparisons stopped by pagoPA. */
export type CifreVerificaGpd = Readonly<
  Record<"archivi" | "conclusi" | "rimandati" | "interrotti" | "remote" | "locali" | "differenze" | "riparate" | "daGuardare", number>
>;

const NESSUNA: CifreVerificaGpd = {
  ...{ archivi: 0, conclusi: 0, rimandati: 0, interrotti: 0 },
  ...{ remote: 0, locali: 0, differenze: 0, riparate: 0, daGuardare: 0 },
};
const addCifre = (a: CifreVerificaGpd, b: Partial<CifreVerificaGpd>): CifreVerificaGpd => ({
  archivi: a.archivi + (b.archivi ?? 0),
  conclusi: a.conclusi + (b.conclusi ?? 0),
  rimandati: a.rimandati + (b.rimandati ?? 0),
  interrotti: a.interrotti + (b.interrotti ?? 0),
  remote: a.remote + (b.remote ?? 0),
  locali: a.locali + (b.locali ?? 0),
  differenze: a.differenze + (b.differenze ?? 0),
  riparate: a.riparate + (b.riparate ?? 0),
  daGuardare: a.daGuardare + (b.daGuardare ?? 0),
});

/** Within the function's time, with room to finish the page in hand. */
const TEMPO_MILLISECONDI = 240_000;
/** A run that died is taken up after this long. */
const PRENOTAZIONE_MINUTI = 6;
const PENDENZE_PER_PAGINA = 50;
/** Trouble at pagoPA is waited for, not fought: the next run goes on from the same page. */
const dettaglioDi = ({ dettaglio }: ErroreGpd): string => `interrotta: ${dettaglio}`;

interface Lavoro {
  readonly creditore: Creditore;
  readonly punto: PuntoGpd;
  readonly archivio: ArchivioPagoPA;
  readonly fine: number;
}

export const verifyArchivio = (porte: PorteVerificaGpd) => {
  const { registro, anagrafiche, allineamenti, archivio: servizio, unitOfWork, clock } = porte;
  const prenotazione = (): string => addMinuti(clock.now(), PRENOTAZIONE_MINUTI);

  /** The progress of tonight, ours until the claim expires; undefined when it is over, or somebody is at it. */
  const claim = async (idDominio: string, archivio: ArchivioPagoPA): Promise<VerificaGpd | undefined> => {
    const adesso = clock.now();
    const giorno = giornoDi(adesso);
    const nota = await allineamenti.getVerifica(idDominio, archivio, giorno);
    if (nota && (nota.fase === "CONCLUSA" || nota.prenotataFino > adesso)) return undefined;
    return write(nota ? resumeVerifica(nota, prenotazione()) : newVerifica({ idDominio, archivio, giorno }, adesso, prenotazione()));
  };

  /** Undefined when another run has taken it over. */
  const write = async (verifica: VerificaGpd): Promise<VerificaGpd | undefined> => {
    const azione = verifica.versione === 0 ? "crea" : "sostituisci";
    const scritta = await unitOfWork.commit([{ azione, entita: "verificaGpd", valore: verifica }]);
    return scritta.ok ? { ...verifica, versione: verifica.versione + 1 } : undefined;
  };

  /** One page of theirs. */
  const stepRemota = async (verifica: VerificaGpd, { creditore, punto }: Lavoro): Promise<VerificaGpd | undefined> => {
    const letta = await servizio.find(punto, verifica.pagina);
    if (!letta.ok) return write({ ...verifica, dettaglio: dettaglioDi(letta.errore), prenotataFino: clock.now() });
    const { posizioni, pagineTotali } = letta.valore;
    await allineamenti.putViste(
      verifica,
      posizioni.map(({ iupd }) => iupd),
    );
    const esame = await compareRemote(porte, verifica, creditore, posizioni);
    const pagina = verifica.pagina + 1;
    const viste = { remote: posizioni.length, uguali: esame.uguali };
    const fase = pagina >= pagineTotali || posizioni.length === 0 ? "LOCALE" : "REMOTA";
    return write({ ...verifica, ...addRisultati(verifica, viste, esame.differenze), pagina, fase, prenotataFino: prenotazione() });
  };

  /** One page of ours. */
  const stepLocale = async (verifica: VerificaGpd, { creditore }: Lavoro, viste: ReadonlySet<string>): Promise<VerificaGpd | undefined> => {
    const pagina = await allineamenti.findPendenze(verifica.idDominio, creditore.dominio.frammenti, {
      limite: PENDENZE_PER_PAGINA,
      salta: 0,
      totale: false,
      ...(verifica.cursore !== undefined && { cursore: verifica.cursore }),
    });
    const esame = await comparePendenze(porte, verifica, creditore, pagina.elementi, viste);
    const { cursore: _cursore, ...senzaCursore } = verifica;
    const adesso = clock.now();
    const avanzata: VerificaGpd = {
      ...senzaCursore,
      ...addRisultati(verifica, { locali: esame.guardate }, esame.differenze),
      prenotataFino: prenotazione(),
      ...(pagina.cursore === undefined ? ({ fase: "CONCLUSA", fine: adesso } as const) : { cursore: pagina.cursore }),
    };
    return write(avanzata);
  };

  /** As far as the time allows. @returns the progress reached. */
  const work = async (iniziale: VerificaGpd, lavoro: Lavoro): Promise<VerificaGpd> => {
    let verifica = iniziale;
    let viste: ReadonlySet<string> | undefined;
    while (verifica.fase !== "CONCLUSA") {
      if (Date.parse(clock.now()) > lavoro.fine) {
        await write({ ...verifica, prenotataFino: clock.now() });
        break;
      }
      if (verifica.fase === "LOCALE") viste ??= await allineamenti.getViste(verifica);
      const dopo = viste ? await stepLocale(verifica, lavoro, viste) : await stepRemota(verifica, lavoro);
      if (!dopo) break;
      verifica = dopo;
      if (dopo.dettaglio !== undefined) break;
    }
    return verifica;
  };

  /** One archive of one creditor, if nobody is at it and tonight it is not done. */
  const runArchivio = async (lavoro: Lavoro): Promise<Partial<CifreVerificaGpd>> => {
    if (Date.parse(clock.now()) > lavoro.fine) return { rimandati: 1 };
    const presa = await claim(lavoro.punto.idDominio, lavoro.archivio);
    if (!presa) return {};
    const dopo = await work(presa, lavoro);
    const fatte = (...nomi: readonly CifraVerifica[]): number =>
      nomi.reduce((somma, nome) => somma + dopo.cifre[nome] - presa.cifre[nome], 0);
    return {
      archivi: 1,
      conclusi: dopo.fase === "CONCLUSA" ? 1 : 0,
      rimandati: dopo.fase === "CONCLUSA" ? 0 : 1,
      interrotti: dopo.dettaglio === undefined ? 0 : 1,
      remote: fatte("remote"),
      locali: fatte("locali"),
      riparate: fatte("riparate"),
      differenze: fatte(...TIPI_DIFFERENZA),
      daGuardare: fatte("SOLO_PAGOPA", "PAGATA_SU_PAGOPA"),
    };
  };

  /** A debt once followed stays so whatever the creditor chooses next: its archive is compared as long as, the night before, some were still to be paid. */
  const archiviSeguiti = async (creditore: Creditore): Promise<readonly ArchivioPagoPA[]> => {
    const { idDominio } = creditore.dominio;
    const scelti = archiviDi(creditore);
    const ieri = addGiorni(giornoDi(clock.now()), -1);
    const lasciati: ArchivioPagoPA[] = [];
    for (const archivio of ARCHIVI_PAGOPA.filter((uno) => !scelti.includes(uno))) {
      const ultima = await allineamenti.getVerifica(idDominio, archivio, ieri);
      if (ultima && (ultima.fase !== "CONCLUSA" || ultima.cifre.locali > 0)) lasciati.push(archivio);
    }
    return [...scelti, ...lasciati];
  };

  return async (traccia: Pick<Traccia, "inizio">): Promise<CifreVerificaGpd> => {
    const fine = Date.parse(traccia.inizio) + TEMPO_MILLISECONDI;
    let cifre = NESSUNA;
    for (const { idDominio, abilitato } of await registro.list("dominio")) {
      const creditore = abilitato ? await anagrafiche.getCreditore(idDominio) : undefined;
      if (!creditore) continue;
      for (const archivio of await archiviSeguiti(creditore)) {
        const punto = await findPuntoGpd(anagrafiche, creditore.dominio, archivio);
        if (punto) cifre = addCifre(cifre, await runArchivio({ creditore, punto, archivio, fine }));
      }
    }
    return cifre;
  };
};
