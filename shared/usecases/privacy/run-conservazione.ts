/**
 * The monthly cycle: walks the debts of every creditor that has rules, oldest first, and anonymises those whose time has come. It stops at the end of its time
 * and goes on from there; two at once do not do the same work twice, because each page is written under the version read.
 */
import { type CicloConservazione, isDaFare, openCiclo } from "../../domain/privacy/ciclo.ts";
import { addMesi, decideConservazione, type RegoleConservazione } from "../../domain/privacy/conservazione.ts";
import { fineGiorno, giornoDi } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Conservazioni } from "../../ports/conservazioni.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { anonymizePosizione, type PorteAnonimizzazione } from "./anonymize-posizione.ts";

interface Porte extends PorteAnonimizzazione {
  readonly posizioni: Pick<Posizioni, "findPendenze" | "getPagamento" | "getPosizione">;
  readonly conservazioni: Pick<Conservazioni, "findRegole" | "getCiclo">;
  readonly registro: Pick<RegistroDiBase, "get">;
}

export const PER_PAGINA = 100;
/** Of the five minutes of the function. */
const TEMPO_MILLISECONDI = 210_000;
export const AUTORE = "conservazione";

type Cifre = { creditori: number; esaminate: number; anonimizzate: number; interrotti: number };

/** Nothing younger than the shortest term can be due: a debt is loaded before it is paid, annulled or expired. */
export const limiteDi = ({ pagateMesi, annullateMesi, scaduteMesi }: RegoleConservazione, oggi: string): string =>
  fineGiorno(addMesi(oggi, -Math.min(pagateMesi, annullateMesi, scaduteMesi)));

export const findVecchie = (
  posizioni: Pick<Posizioni, "findPendenze">,
  { idDominio, frammenti }: { readonly idDominio: string; readonly frammenti: number },
  regole: RegoleConservazione,
  oggi: string,
  cursore: string | undefined,
  limite = PER_PAGINA,
) =>
  posizioni.findPendenze(
    {
      ...{ idDominio, frammenti, a: limiteDi(regole, oggi), ordine: "asc", oggi },
      ...{ mostraSpontaneiNonPagati: true, domini: "*", tipiPendenza: "*" },
    },
    { limite, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
  );

export const runConservazione = (porte: Porte) => {
  const { posizioni, conservazioni, registro, unitOfWork, clock } = porte;
  const anonymize = anonymizePosizione(porte);

  /** One page. undefined: another run is at work on this creditor. */
  const runPagina = async (
    ciclo: CicloConservazione,
    regole: RegoleConservazione,
    frammenti: number,
    traccia: Traccia,
  ): Promise<CicloConservazione | undefined> => {
    const oggi = giornoDi(clock.now());
    const { idDominio } = regole;
    const pagina = await findVecchie(posizioni, { idDominio, frammenti }, regole, oggi, ciclo.cursore);
    let anonimizzate = 0;
    for (const { iuv, ...pendenza } of pagina.elementi) {
      if (decideConservazione({ iuv, ...pendenza }, regole, oggi).esito !== "ANONIMIZZABILE") continue;
      const decisione = await anonymize({ idDominio, iuv }, { mesi: regole, autore: AUTORE, traccia });
      if (decisione?.esito === "ANONIMIZZATA") anonimizzate += 1;
    }
    const { cursore: _passato, ...resto } = ciclo;
    const nuovo: CicloConservazione = {
      ...resto,
      stato: pagina.cursore === undefined ? "FINITO" : "IN_CORSO",
      esaminate: ciclo.esaminate + pagina.elementi.length,
      anonimizzate: ciclo.anonimizzate + anonimizzate,
      aggiornato: clock.now(),
      ...(pagina.cursore !== undefined && { cursore: pagina.cursore }),
    };
    const esito = await unitOfWork.commit([
      { azione: ciclo.versione === 0 ? "crea" : "sostituisci", entita: "cicloConservazione", valore: nuovo },
    ]);
    return esito.ok ? { ...nuovo, versione: ciclo.versione + 1 } : undefined;
  };

  return async (traccia: Traccia): Promise<Readonly<Cifre>> => {
    const inizio = Date.parse(clock.now());
    const scaduto = (): boolean => Date.parse(clock.now()) - inizio > TEMPO_MILLISECONDI;
    const mese = giornoDi(clock.now()).slice(0, 7);
    const cifre: Cifre = { creditori: 0, esaminate: 0, anonimizzate: 0, interrotti: 0 };
    for (const regole of await conservazioni.findRegole()) {
      const noto = await conservazioni.getCiclo(regole.idDominio);
      const dominio = await registro.get("dominio", regole.idDominio);
      if (!dominio || !isDaFare(noto, mese)) continue;
      cifre.creditori += 1;
      let ciclo: CicloConservazione | undefined = openCiclo(noto, regole.idDominio, mese, clock.now());
      const { esaminate, anonimizzate } = ciclo;
      let ultimo = ciclo;
      while (ciclo?.stato === "IN_CORSO" && !scaduto()) {
        ciclo = await runPagina(ciclo, regole, dominio.frammenti, traccia);
        ultimo = ciclo ?? ultimo;
      }
      cifre.esaminate += ultimo.esaminate - esaminate;
      cifre.anonimizzate += ultimo.anonimizzate - anonimizzate;
      if (ultimo.stato === "IN_CORSO") cifre.interrotti += 1;
    }
    return cifre;
  };
};
