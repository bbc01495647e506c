/** Rules of a creditor: read with the cycle that applies them, saved, tried without touching anything. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { CicloConservazione } from "../../domain/privacy/ciclo.ts";
import {
  decideConservazione,
  MESI_PREDEFINITI,
  type MesiConservazione,
  type MotivoConservazione,
  type RegoleConservazione,
} from "../../domain/privacy/conservazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Conservazioni } from "../../ports/conservazioni.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { findVecchie } from "./run-conservazione.ts";

export interface PorteConservazione {
  readonly conservazioni: Conservazioni;
  readonly registro: Pick<RegistroDiBase, "get">;
  readonly clock: Clock;
}

export interface StatoConservazione {
  readonly regole: RegoleConservazione | undefined;
  readonly ciclo: CicloConservazione | undefined;
}

export const getConservazione =
  ({ conservazioni }: Pick<PorteConservazione, "conservazioni">) =>
  async (idDominio: string, chiamante: Chiamante): Promise<Esito<StatoConservazione, Rifiuto<"NON_TROVATO">>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_TROVATO", `dominio ${idDominio} non trovato`);
    const [regole, ciclo] = await Promise.all([conservazioni.getRegole(idDominio), conservazioni.getCiclo(idDominio)]);
    return ok({ regole, ciclo });
  };

const TENTATIVI = 3;

export const saveConservazione =
  ({ conservazioni, registro, clock, unitOfWork }: PorteConservazione & { readonly unitOfWork: Pick<UnitOfWork, "commit"> }) =>
  async (
    idDominio: string,
    mesi: MesiConservazione,
    { chiamante, traccia }: { readonly chiamante: Chiamante; readonly traccia: Traccia },
  ): Promise<Esito<RegoleConservazione, Rifiuto<"NON_TROVATO" | "CONFLITTO">>> => {
    const dominio = seesDominio(chiamante, idDominio) ? await registro.get("dominio", idDominio) : undefined;
    if (!dominio) return rifiuto("NON_TROVATO", `dominio ${idDominio} non trovato`);
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
      const note = await conservazioni.getRegole(idDominio);
      const valore = { ...mesi, versione: note?.versione ?? 0, idDominio, operatore: chiamante.principal, data: clock.now() };
      const esito = await unitOfWork.commit([{ azione: note ? "sostituisci" : "crea", entita: "regoleConservazione", valore }], {
        eventi: [traccia.evento({ categoriaEvento: "UTENTE", idDominio })],
      });
      if (esito.ok) return ok(valore);
    }
    return rifiuto("CONFLITTO");
  };

export interface AnteprimaConservazione {
  readonly esaminate: number;
  readonly anonimizzabili: number;
  readonly conservate: Readonly<Partial<Record<MotivoConservazione, number>>>;
  /** More follow: where the preview goes on. */
  readonly cursore?: string;
}

/** Debts looked at in one call, with what hangs from those that would be anonymised. */
const PER_ANTEPRIMA = 200;

export const previewConservazione =
  ({
    conservazioni,
    registro,
    clock,
    posizioni,
  }: PorteConservazione & { readonly posizioni: Pick<Posizioni, "findPendenze" | "getPosizione"> }) =>
  async (
    idDominio: string,
    { mesi, cursore }: { readonly mesi: MesiConservazione | undefined; readonly cursore: string | undefined },
    chiamante: Chiamante,
  ): Promise<Esito<AnteprimaConservazione, Rifiuto<"NON_TROVATO">>> => {
    const dominio = seesDominio(chiamante, idDominio) ? await registro.get("dominio", idDominio) : undefined;
    const note = dominio && (await conservazioni.getRegole(idDominio));
    const adesso = clock.now();
    if (!dominio) return rifiuto("NON_TROVATO", `dominio ${idDominio} non trovato`);
    const prova = { ...(mesi ?? MESI_PREDEFINITI), versione: 0, idDominio, operatore: chiamante.principal, data: adesso };
    const regole = mesi ? prova : (note ?? prova);
    const oggi = giornoDi(adesso);
    const { frammenti } = dominio;
    const pagina = await findVecchie(posizioni, { idDominio, frammenti }, regole, oggi, cursore, PER_ANTEPRIMA);
    const conservate: Partial<Record<MotivoConservazione, number>> = {};
    let anonimizzabili = 0;
    for (const pendenza of pagina.elementi) {
      const prima = decideConservazione(pendenza, regole, oggi);
      const decisione =
        prima.esito === "ANONIMIZZABILE" ? decideConservazione(pendenza, regole, oggi, await posizioni.getPosizione(pendenza)) : prima;
      if (decisione.esito === "ANONIMIZZABILE") anonimizzabili += 1;
      if (decisione.esito === "CONSERVATA") conservate[decisione.motivo] = (conservate[decisione.motivo] ?? 0) + 1;
    }
    return ok({
      ...{ esaminate: pagina.elementi.length, anonimizzabili, conservate },
      ...(pagina.cursore !== undefined && { cursore: pagina.cursore }),
    });
  };
