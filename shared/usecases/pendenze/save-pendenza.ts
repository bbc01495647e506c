/**
 * PUT of a debt: insert or update by (idA2A, idPendenza). One read and one transaction that holds debt, alias, history and journal; whoever loses a race
 * reads again, consistently, and decides again. The same debt sent again costs reads only.
 */
import { seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { archivioDi, modalitaDi } from "../../domain/gpd/modalita.ts";
import { idTipoPendenzaDi } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { checkAnagrafica } from "../../domain/pendenze/regole-anagrafiche.ts";
import { checkImporti } from "../../domain/pendenze/regole-importi.ts";
import { checkTassonomie } from "../../domain/pendenze/regole-tassonomia.ts";
import { findRilievi } from "../../domain/pendenze/rilievi.ts";
import { updatePendenzaDa } from "../../domain/pendenze/scrittura-pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import { isAvvisata, livelliDi } from "../../domain/promemoria/impostazioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { isNumeroAvviso, numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import { tryCreate } from "./create-pendenza.ts";
import {
  type CodiceRegole,
  type CodiceScrittura,
  commit,
  type Lavoro,
  type PendenzaSalvata,
  type PorteScrittura,
  type Prova,
  type RichiestaScrittura,
  type Risultato,
  storiaDi,
} from "./lavoro-scrittura.ts";
import { loadAnagrafica } from "./load-anagrafica.ts";
import { prepareAllegati } from "./prepare-allegati.ts";

export type { CodiceRegole, CodiceScrittura, PendenzaSalvata, PorteScrittura, RichiestaScrittura };

const DECISIONI_MASSIME = 5;

interface Lettura {
  readonly attuale?: Pendenza | undefined;
  /** False: the index may lag, or the read could not find all there is. A refusal, or "nothing to do", needs a certain one. */
  readonly certa: boolean;
}

const readAncora = async ({ porte: { posizioni }, idA2A, idPendenza }: Lavoro, nota: Pendenza | undefined): Promise<Lettura> => ({
  attuale: nota
    ? await posizioni.getPendenza({ idDominio: nota.idDominio, iuv: nota.iuv })
    : await posizioni.readPendenzaById(idA2A, idPendenza),
  certa: true,
});

/** By notice number when the application gives it, consistent and enough; else by name, on the index. */
const readPrima = async (lavoro: Lavoro): Promise<Lettura> => {
  const { idA2A, idPendenza, nuova, versioniAttese } = lavoro;
  const { posizioni } = lavoro.porte;
  // No transaction will follow to find out what a hurried read did not see.
  if (lavoro.simulazione) return readAncora(lavoro, undefined);
  // Said to be new: its transaction finds out at the price of no read.
  if (lavoro.azione === "I") return { certa: false };
  const { idDominio, numeroAvviso } = nuova;
  if (numeroAvviso !== undefined && isNumeroAvviso(numeroAvviso)) {
    const trovata = await posizioni.getPendenza({ idDominio, iuv: numeroAvvisoToIuv(numeroAvviso) });
    const propria = trovata?.idA2A === idA2A && trovata.idPendenza === idPendenza;
    return propria ? { attuale: trovata, certa: true } : { certa: false };
  }
  const attuale = await posizioni.peekPendenzaById(idA2A, idPendenza);
  return attuale ? { attuale, certa: false } : { certa: versioniAttese === undefined };
};

const isAttesa = ({ versioniAttese }: Lavoro, attuale: Pendenza | undefined): boolean =>
  versioniAttese === undefined || (attuale !== undefined && (versioniAttese === "*" || versioniAttese.includes(attuale.versione)));

/** An application writes its own debts, whose creditor cannot change; an operator those of anybody, and must see what it is about to replace. */
const isAltrui = ({ chiamante }: Lavoro, attuale: Pendenza): boolean => chiamante.tipo === "operatore" && !seesPendenza(chiamante, attuale);

const tryUpdate = async (lavoro: Lavoro, attuale: Pendenza, certa: boolean): Promise<Prova> => {
  const { nuova, adesso, allegati, creditore } = lavoro;
  // With what it has, such a debt would look payable: to have it for real another one is loaded.
  if (attuale.prova && !creditore.dominio.inProva)
    return rifiuto("VER_003", `la pendenza ${attuale.idPendenza} è nata in prova e il dominio è in esercizio: si può solo annullare`);
  const esito = updatePendenzaDa(attuale, nuova, adesso, {
    rilievi: [...findRilievi(nuova, attuale.iuv), ...lavoro.rilievi],
    ...(allegati.allegati && { allegati: allegati.allegati }),
    ...(lavoro.archivio && { archivio: lavoro.archivio }),
    ...(lavoro.avvisata && { avvisata: true }),
  });
  if (!esito.ok) return esito;
  const campi = diffPendenza(attuale, esito.valore);
  if (Object.keys(campi).length === 0) return certa ? ok({ pendenza: attuale, creata: false, scritta: false }) : undefined;
  if (lavoro.azione === "I") return rifiuto("NON_PROCESSABILE", `la pendenza ${lavoro.idPendenza} esiste già con dati diversi`);
  const storia = storiaDi(lavoro, attuale, attuale.stato === "ANNULLATA" ? "riattivata" : "aggiornata", campi);
  const modifica = { azione: "sostituisci", entita: "pendenza", valore: esito.valore } as const;
  if (!(await commit(lavoro, modifica, storia, attuale.allegati))) return undefined;
  return ok({ pendenza: { ...esito.valore, versione: attuale.versione + 1 }, creata: false, scritta: true });
};

const decide = async (lavoro: Lavoro): Promise<Risultato> => {
  let nota: Pendenza | undefined;
  for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
    const { attuale, certa } = decisione === 0 ? await readPrima(lavoro) : await readAncora(lavoro, nota);
    nota = attuale ?? nota;
    if (attuale && isAltrui(lavoro, attuale)) {
      if (!certa) continue;
      return rifiuto("VER_022", `idPendenza ${lavoro.idPendenza}: è di una pendenza fuori dal proprio ambito`);
    }
    if (!isAttesa(lavoro, attuale)) {
      if (!certa) continue;
      const presente = attuale ? `è alla versione ${attuale.versione}` : "non esiste";
      return rifiuto("PRECONDIZIONE", `If-Match: la pendenza ${lavoro.idPendenza} ${presente}`);
    }
    if (!attuale && lavoro.azione === "M") {
      if (!certa) continue;
      return rifiuto("NON_PROCESSABILE", `la pendenza ${lavoro.idPendenza} non esiste: non c'è nulla da modificare`);
    }
    const prova = attuale ? await tryUpdate(lavoro, attuale, certa) : await tryCreate(lavoro);
    if (prova && (prova.ok || certa)) return prova;
  }
  return rifiuto("CONFLITTO");
};

/**
 * The rules of a load, whoever is writing: the caller has already been allowed to write for that application.
 * @returns the debt as stored, whether it is new and whether anything was written; or the first rule it breaks. Nothing is written on a refusal.
 */
export const writePendenza =
  (porte: PorteScrittura) =>
  async (richiesta: RichiestaScrittura): Promise<Risultato> => {
    const { idA2A, nuova, chiamante } = richiesta;
    const importi = checkImporti(nuova);
    if (!importi.ok) return importi;
    const anagrafica = await loadAnagrafica(porte.anagrafiche, nuova);
    const ammessa = checkAnagrafica(nuova, anagrafica, chiamante);
    if (!ammessa.ok) return ammessa;
    const creditore = anagrafica.creditori.get(nuova.idDominio);
    if (!creditore) return rifiuto("DOM_000", `idDominio ${nuova.idDominio} non registrato`);
    const adesso = porte.clock.now();
    const tassonomie = checkTassonomie(nuova, anagrafica, giornoDi(adesso));
    if (!tassonomie.ok) return tassonomie;
    const allegati = await prepareAllegati(porte.allegati, idA2A, nuova.allegati);
    if (!allegati.ok) return allegati;
    const archivio = creditore.dominio.inProva ? undefined : archivioDi(modalitaDi(creditore, idTipoPendenzaDi(nuova)));
    return decide({
      ...{ ...richiesta, porte, creditore, anagrafica, adesso },
      ...(archivio && { archivio }),
      avvisata: isAvvisata(livelliDi(creditore, anagrafica.tipoPendenza, idTipoPendenzaDi(nuova))),
      allegati: allegati.valore,
      rilievi: tassonomie.valore,
    });
  };

/** The load of an application, which writes its own debts only (APP_002). */
export const savePendenza = (porte: PorteScrittura) => {
  const write = writePendenza(porte);
  return async (richiesta: RichiestaScrittura): Promise<Esito<PendenzaSalvata, Rifiuto<CodiceScrittura>>> => {
    const { idA2A, chiamante } = richiesta;
    return chiamante.idA2A === idA2A
      ? write(richiesta)
      : rifiuto("APP_002", `idA2A ${idA2A} diverso dall'applicazione ${chiamante.idA2A ?? chiamante.nome}`);
  };
};
