/** Subscriptions of a creditor: read, saved, and what a person or an application asks of them. */
import { ABBONAMENTI_MASSIMI, type Abbonamento } from "../../domain/abbonamenti/abbonamento.ts";
import type { AbbonamentoVisto, AzioneAbbonamento } from "../../domain/abbonamenti/abbonamento-visto.ts";
import type { Consegna, StatoConsegna } from "../../domain/abbonamenti/consegna.ts";
import { createSeguito, pause, resume, type Seguito } from "../../domain/abbonamenti/seguito.ts";
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { GIORNI_ANNUNCI } from "../../domain/annunci/annuncio.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Abbonamenti, ChiaveAbbonamento } from "../../ports/abbonamenti.ts";
import type { Cifra } from "../../ports/accessi.ts";
import type { EntitaAnagrafica } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import type { PorteLettura } from "../anagrafiche/anagrafica.ts";
import { hasDominio } from "../anagrafiche/domini.ts";
import { pageElenco } from "../anagrafiche/page-elenco.ts";
import { type PorteIndirizzi, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "../anagrafiche/save-voce.ts";
import { messaggioSveglia } from "./turno.ts";

interface PorteVista extends PorteLettura<EntitaAnagrafica> {
  readonly abbonamenti: Abbonamenti;
}

interface PorteSalvataggio extends PorteScrittura<EntitaAnagrafica>, PorteIndirizzi {
  readonly abbonamenti: Abbonamenti;
  readonly cifra: Cifra;
  readonly clock: Clock;
  readonly ids: Ids;
}

type Ambito = Pick<Abbonamento, "idDominio" | "idA2A" | "filtri">;
const unitaDi = ({ domini }: Chiamante, idDominio: string): readonly string[] | undefined =>
  domini === "*" ? undefined : domini.find((ambito) => ambito.idDominio === idDominio)?.unitaOperative;

/** Why it would tell the caller more than the caller may see; undefined = it would not. */
const findEccesso = (chiamante: Chiamante, { idDominio, idA2A, filtri }: Ambito): string | undefined => {
  if (chiamante.tipo === "applicazione")
    return idA2A === chiamante.idA2A ? undefined : `idA2A: un'applicazione si abbona alle sue pendenze, atteso ${chiamante.idA2A}`;
  if (chiamante.tipiPendenza !== "*" && !filtri.idTipiPendenza?.every((tipo) => seesTipoPendenza(chiamante, tipo)))
    return "filtri.idTipiPendenza: sono ammessi solo i tipi di pendenza del chiamante, almeno uno";
  const unita = unitaDi(chiamante, idDominio);
  if (unita && unita.length > 0 && !filtri.idUnitaOperative?.every((una) => unita.includes(una)))
    return "filtri.idUnitaOperative: sono ammesse solo le unità operative del chiamante, almeno una";
  return undefined;
};

const nonTrovato = ({ idAbbonamento }: ChiaveAbbonamento) => rifiuto("NON_TROVATO", `abbonamento ${idAbbonamento}`);

const readVisto = async (
  { registro }: PorteLettura<EntitaAnagrafica>,
  chiave: ChiaveAbbonamento,
  chiamante: Chiamante,
): Promise<Abbonamento | undefined> => {
  if (!seesDominio(chiamante, chiave.idDominio)) return undefined;
  const abbonamento = await registro.get("abbonamento", chiave.idAbbonamento, chiave.idDominio);
  return abbonamento && findEccesso(chiamante, abbonamento) === undefined ? abbonamento : undefined;
};

const toVisto = (abbonamento: Abbonamento, seguito: Seguito | undefined): AbbonamentoVisto => ({
  ...{ abbonamento },
  ...(seguito && { seguito }),
});

export const getAbbonamento =
  (porte: PorteVista) =>
  async (chiave: ChiaveAbbonamento, chiamante: Chiamante): Promise<Esito<AbbonamentoVisto, Rifiuto<"NON_TROVATO">>> => {
    const abbonamento = await readVisto(porte, chiave, chiamante);
    return abbonamento ? ok(toVisto(abbonamento, await porte.abbonamenti.getSeguito(chiave))) : nonTrovato(chiave);
  };

export const findAbbonamenti =
  (porte: PorteVista) =>
  async (
    idDominio: string,
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<AbbonamentoVisto>, Rifiuto<"NON_TROVATO">>> => {
    if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const tutti = await porte.registro.list("abbonamento", idDominio);
    const visti = tutti.filter((abbonamento) => findEccesso(chiamante, abbonamento) === undefined);
    const seguiti = new Map((await porte.abbonamenti.getSeguiti(visti)).map((uno) => [uno.idAbbonamento, uno]));
    const conSeguito = visti.map((abbonamento) => toVisto(abbonamento, seguiti.get(abbonamento.idAbbonamento)));
    const nomeDi = ({ abbonamento }: AbbonamentoVisto): string => abbonamento.idAbbonamento;
    return ok(pageElenco(conSeguito, { ...pagina, ordinamento: [{ campo: "nome", verso: "asc" }] }, { nome: nomeDi }, nomeDi));
  };

const BYTE_CHIAVE = 32;
const PREFISSO_CHIAVE = "whsec_";

const createChiave = ({ cifra, clock, ids }: Pick<PorteSalvataggio, "cifra" | "clock" | "ids">) => {
  const base64 = cifra.random(BYTE_CHIAVE).replaceAll("-", "+").replaceAll("_", "/");
  const segreto = `${PREFISSO_CHIAVE}${base64.padEnd(Math.ceil(base64.length / 4) * 4, "=")}`;
  return { segreto, chiave: { id: ids.next(), sigillata: cifra.seal(segreto), dal: clock.now() } };
};

type CodiceScrittura = "NON_TROVATO" | "NON_PROCESSABILE" | "SINTASSI";
type CodiceSalvataggio = CodiceScrittura | "CONFLITTO" | "PRECONDIZIONE";

/** @param da instant from which a new subscription is told; absent = from now. */
export const saveAbbonamento =
  (porte: PorteSalvataggio) =>
  async (
    { da, ...nuovo }: Omit<Abbonamento, "chiavi" | "versione"> & { readonly da?: string },
    { chiamante, ...scambio }: Scrivente,
  ): Promise<Esito<AbbonamentoVisto & { readonly status: 200 | 201 }, Rifiuto<CodiceSalvataggio>>> => {
    const { idDominio, idAbbonamento } = nuovo;
    const { segreto, chiave } = createChiave(porte);
    let scritto: AbbonamentoVisto | undefined;
    const esito = await saveVoce<CodiceScrittura>(porte, scambio, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      const salvati = await porte.registro.list("abbonamento", idDominio);
      const esistente = salvati.find((uno) => uno.idAbbonamento === idAbbonamento);
      if (esistente && findEccesso(chiamante, esistente) !== undefined)
        return rifiuto("NON_PROCESSABILE", `idAbbonamento: il nome ${idAbbonamento} non si può usare, sceglierne un altro`);
      const eccesso = findEccesso(chiamante, nuovo);
      if (eccesso !== undefined) return rifiuto("NON_PROCESSABILE", eccesso);
      const indirizzo = porte.checkIndirizzo(nuovo.url);
      if (!indirizzo.ok) return rifiuto("SINTASSI", `url: ${indirizzo.errore}`);
      if (!esistente && salvati.length >= ABBONAMENTI_MASSIMI)
        return rifiuto("NON_PROCESSABILE", `il dominio ${idDominio} ha già ${ABBONAMENTI_MASSIMI} abbonamenti`);
      const adesso = porte.clock.now();
      const inizio = da ?? adesso;
      if (inizio < addMinuti(adesso, -GIORNI_ANNUNCI * 24 * 60) || inizio > adesso)
        return rifiuto("NON_PROCESSABILE", `dataDa: atteso un istante degli ultimi ${GIORNI_ANNUNCI} giorni`);
      const abbonamento: Abbonamento = { versione: 0, ...nuovo, chiavi: esistente?.chiavi ?? [chiave] };
      const seguito = createSeguito(idDominio, idAbbonamento, inizio);
      scritto = { abbonamento, ...(!esistente && { segreto, seguito }) };
      const primo: Modifica = { entita: "abbonamento", ...writeOver(esistente, abbonamento) };
      const voce = `abbonamento ${idAbbonamento} del dominio ${idDominio}`;
      const altri: Modifica[] = esistente ? [] : [{ azione: "crea", entita: "seguito", valore: seguito }];
      return ok({ modifiche: [primo, ...altri], voce, campi: { idDominio }, descritta: { azione: "Abbonamento", valore: nuovo } });
    });
    if (!esito.ok) return esito;
    return scritto ? ok({ ...scritto, status: esito.valore }) : rifiuto("CONFLITTO");
  };

interface PorteAzioni extends PorteVista {
  readonly unitOfWork: UnitOfWork;
  readonly cifra: Cifra;
  readonly clock: Clock;
  readonly ids: Ids;
}

type CodiceAzione = "NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO";
interface Effetto {
  readonly modifica?: Modifica;
  readonly messaggio?: Messaggio;
  readonly visto: AbbonamentoVisto;
  readonly idProva?: string;
}

const RIPETIZIONI_MASSIME = 100;
const TENTATIVI = 5;

const changeChiavi = (abbonamento: Abbonamento, azione: string, porte: PorteAzioni): Esito<Effetto, Rifiuto<CodiceAzione>> => {
  if (azione === "REVOCA_SEGRETO_PRECEDENTE") {
    if (abbonamento.chiavi.length < 2) return rifiuto("NON_PROCESSABILE", "azione: nessun segreto precedente da revocare");
    const valore = { ...abbonamento, chiavi: abbonamento.chiavi.slice(0, 1) };
    return ok({ modifica: { azione: "sostituisci", entita: "abbonamento", valore }, visto: { abbonamento: valore } });
  }
  const { segreto, chiave } = createChiave(porte);
  const valore = { ...abbonamento, chiavi: [chiave, ...abbonamento.chiavi].slice(0, 2) };
  return ok({ modifica: { azione: "sostituisci", entita: "abbonamento", valore }, visto: { abbonamento: valore, segreto } });
};

const changeSeguito = (
  prima: Seguito,
  richiesta: AzioneAbbonamento,
  autore: string,
  adesso: string,
): Esito<Seguito, Rifiuto<"NON_PROCESSABILE">> => {
  switch (richiesta.azione) {
    case "SOSPENDI":
      return ok(pause(prima, `sospeso da ${autore}`, adesso, false));
    case "RIPRENDI":
      return ok(resume(prima, adesso));
    case "RIPETI": {
      const ripetizioni = [...prima.ripetizioni, ...richiesta.consegne];
      if (ripetizioni.length > RIPETIZIONI_MASSIME)
        return rifiuto("NON_PROCESSABILE", `consegne: al massimo ${RIPETIZIONI_MASSIME} in attesa di essere ripetute, usare RIPETI_DAL`);
      return ok({ ...prima, ripetizioni });
    }
    case "RIPETI_DAL":
      if (prima.rilettura) return rifiuto("NON_PROCESSABILE", "azione: una ripetizione è già in corso");
      if (richiesta.da < addMinuti(adesso, -GIORNI_ANNUNCI * 24 * 60))
        return rifiuto("NON_PROCESSABILE", `dataDa: si conservano ${GIORNI_ANNUNCI} giorni`);
      return ok({ ...prima, rilettura: { posto: { da: richiesta.da }, finoA: richiesta.a < adesso ? richiesta.a : adesso } });
    default:
      return ok(prima);
  }
};

/** What is asked takes effect with the next turn of the subscription, which is asked for with it. */
export const actOnAbbonamento =
  (porte: PorteAzioni) =>
  async (
    chiave: ChiaveAbbonamento,
    richiesta: AzioneAbbonamento,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<Omit<Effetto, "modifica" | "messaggio">, Rifiuto<CodiceAzione>>> => {
    const { unitOfWork, abbonamenti, clock, ids } = porte;
    const decide = async (): Promise<Esito<Effetto, Rifiuto<CodiceAzione>>> => {
      const abbonamento = await readVisto(porte, chiave, chiamante);
      if (!abbonamento) return nonTrovato(chiave);
      if (richiesta.azione === "RUOTA_SEGRETO" || richiesta.azione === "REVOCA_SEGRETO_PRECEDENTE")
        return changeChiavi(abbonamento, richiesta.azione, porte);
      const sveglia = messaggioSveglia(chiave);
      const letto = await abbonamenti.getSeguito(chiave);
      if (richiesta.azione === "PROVA") {
        const idProva = ids.next();
        return ok({ messaggio: { ...sveglia, corpo: { ...sveglia.corpo, prova: idProva } }, visto: toVisto(abbonamento, letto), idProva });
      }
      const prima = letto ?? createSeguito(chiave.idDominio, chiave.idAbbonamento, clock.now());
      const dopo = changeSeguito(prima, richiesta, chiamante.nome, clock.now());
      if (!dopo.ok) return dopo;
      const modifica: Modifica = { azione: letto ? "sostituisci" : "crea", entita: "seguito", valore: dopo.valore };
      return ok({ modifica, messaggio: sveglia, visto: toVisto(abbonamento, dopo.valore) });
    };
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
      const deciso = await decide();
      if (!deciso.ok) return deciso;
      const { modifica, messaggio, ...effetto } = deciso.valore;
      const dettaglioEsito = `Abbonamento ${chiave.idAbbonamento}: ${richiesta.azione}`;
      const evento = traccia.evento({ idDominio: chiave.idDominio, dettaglioEsito });
      const esito = await unitOfWork.commit(modifica ? [modifica] : [], { eventi: [evento], messaggi: messaggio ? [messaggio] : [] });
      if (esito.ok) return ok(effetto);
    }
    return rifiuto("CONFLITTO");
  };

/** What a subscriber was told, the newest first; of one debt, in order. */
export const findConsegne =
  (porte: PorteVista) =>
  async (
    { oggetto, stato, ...chiave }: ChiaveAbbonamento & { readonly oggetto?: string; readonly stato?: StatoConsegna },
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<Consegna>, Rifiuto<"NON_TROVATO">>> => {
    if (!(await readVisto(porte, chiave, chiamante))) return nonTrovato(chiave);
    if (oggetto === undefined) return ok(await porte.abbonamenti.findConsegne(chiave, stato, pagina));
    const tutte = await porte.abbonamenti.findConsegneDi(chiave, oggetto);
    const sue = tutte.filter((consegna) => stato === undefined || consegna.stato === stato);
    const posto = ({ ordine, annuncio }: Consegna): string => `${ordine}#${annuncio.id}`;
    return ok(pageElenco(sue, { ...pagina, ordinamento: [] }, {}, posto));
  };

const SVEGLIE_PER_GIRO = 1_000;
const PER_TRANSAZIONE = 50;
const MINUTI_FERMI = 60;

/** Every minute: the subscriptions whose time has come are woken; those that stopped by themselves in the last hour are counted. */
export const wakeAbbonamenti =
  ({ abbonamenti, unitOfWork, clock }: { readonly abbonamenti: Abbonamenti; readonly unitOfWork: UnitOfWork; readonly clock: Clock }) =>
  async (): Promise<Readonly<Record<string, number>>> => {
    const adesso = clock.now();
    const dovuti = await abbonamenti.findDovuti(adesso, SVEGLIE_PER_GIRO);
    for (let i = 0; i < dovuti.length; i += PER_TRANSAZIONE)
      await unitOfWork.commit([], { messaggi: dovuti.slice(i, i + PER_TRANSAZIONE).map(messaggioSveglia) });
    return { svegliati: dovuti.length, fermi: await abbonamenti.countFermi(addMinuti(adesso, -MINUTI_FERMI)) };
  };
