/**
 * Verifies a day of the journal against its seal, a part at a time: the chain, the manifests, every entry as it is now, and that no list has more entries than
 * were sealed. Reads only; what it finds is told, never repaired.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import {
  type Anomalia,
  chainSegmenti,
  countVoci,
  PRIMO_PRECEDENTE,
  type Segmento,
  type Sigillo,
  toManifesto,
  type VoceSegmento,
} from "../../domain/giornale/sigilli.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addGiorni, fineGiorno, giornoDi, inizioGiorno } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Sigilli } from "../../ports/sigilli.ts";

interface Porte {
  readonly sigilli: Sigilli;
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly clock: Clock;
}

export interface EsitoVerifica {
  readonly giorno: string;
  readonly sigillo: Sigillo;
  readonly parte: number;
  /** How many parts the verification of the day has. */
  readonly parti: number;
  /** Of this part: entries compared, entries that went at the end of their life, entries sealed on a later day. */
  readonly verificati: number;
  readonly scaduti: number;
  readonly tardivi: number;
  readonly anomalie: readonly Anomalia[];
}

/** A batch of the stream is at most a thousand entries: this many fit well within the time of a call. */
const SEGMENTI_PER_PARTE = 20;
const ELENCHI_PER_PARTE = 100;
/** An entry may wait in a queue of dead letters for two weeks before it is written. */
const GIORNI_DI_RITARDO = 15;
const SENZA_DOMINIO = "-";

const uguali = (a: Sigillo, b: Sigillo): boolean =>
  a.impronta === b.impronta && a.precedente === b.precedente && a.segmenti === b.segmenti && a.eventi === b.eventi;

const pagine = <T>(valori: readonly T[], ampiezza: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(valori.length / ampiezza) }, (_, i) => valori.slice(i * ampiezza, (i + 1) * ampiezza));

/** What holds for the day as a whole. */
const verifyCatena = async (sigilli: Sigilli, sigillo: Sigillo, segmenti: readonly Segmento[]): Promise<readonly Anomalia[]> => {
  const { giorno } = sigillo;
  const [copia, precedente] = await Promise.all([sigilli.readSigillo(giorno), sigilli.getSigillo(addGiorni(giorno, -1))]);
  const anomalie: Anomalia[] = [];
  if (!copia || !uguali(copia, sigillo))
    anomalie.push({ tipo: "SIGILLO_ALTERATO", dettaglio: `il sigillo del ${giorno} non è quello conservato nel deposito dei sigilli` });
  if (sigillo.precedente !== PRIMO_PRECEDENTE && precedente?.impronta !== sigillo.precedente)
    anomalie.push({ tipo: "CATENA_INTERROTTA", dettaglio: `il sigillo del ${giorno} non segue quello del giorno prima` });
  const catena = chainSegmenti(giorno, sigillo.precedente, segmenti, (testo) => sigilli.impronta(testo));
  if (segmenti.length !== sigillo.segmenti || catena !== sigillo.impronta)
    anomalie.push({
      ...{ tipo: "SEGMENTI_ALTERATI" },
      dettaglio: `${segmenti.length} segmenti, ${sigillo.segmenti} sigillati: tolti, aggiunti, cambiati o in altro ordine`,
    });
  return anomalie;
};

const isIntero = (segmento: Segmento, testo: string, voci: readonly VoceSegmento[], sigilli: Sigilli): boolean => {
  const { digest, ...dichiarato } = segmento;
  const contati = { ...dichiarato, conteggi: countVoci(voci, giornoDi) };
  return sigilli.impronta(testo) === digest && toManifesto(dichiarato, voci) === testo && toManifesto(contati, voci) === testo;
};

type Confronto = Pick<EsitoVerifica, "verificati" | "scaduti" | "anomalie">;

const verifySegmento = async (sigilli: Sigilli, segmento: Segmento, adesso: number): Promise<Confronto> => {
  const manifesto = await sigilli.readManifesto(segmento);
  const dettaglio = `segmento ${segmento.id} del ${segmento.giorno}`;
  if (!manifesto) return { verificati: 0, scaduti: 0, anomalie: [{ tipo: "SEGMENTO_MANCANTE", dettaglio }] };
  const { testo, voci } = manifesto;
  const anomalie: Anomalia[] = isIntero(segmento, testo, voci, sigilli) ? [] : [{ tipo: "SEGMENTO_ALTERATO", dettaglio }];
  for (const { pk, sk, alterazione } of voci)
    if (alterazione !== undefined)
      anomalie.push({ tipo: "ALTERAZIONE_REGISTRATA", dettaglio: `${pk} ${sk}: ${alterazione}, visto alle ${segmento.istante}` });
  const scritte = voci.filter(({ alterazione }) => alterazione === undefined);
  const distinte = [...new Map(scritte.map((voce) => [`${voce.pk} ${voce.sk}`, voce])).values()];
  const trovati = await sigilli.digestEventi(distinte);
  let scaduti = 0;
  for (const { pk, sk, digest, scadeAlle } of distinte) {
    const trovato = trovati.get(`${pk} ${sk}`);
    if (trovato === digest) continue;
    if (trovato === undefined && scadeAlle <= adesso) scaduti += 1;
    else anomalie.push({ tipo: trovato === undefined ? "EVENTO_CANCELLATO" : "EVENTO_MODIFICATO", dettaglio: `${pk} ${sk}` });
  }
  return { verificati: distinte.length, scaduti, anomalie };
};

/** Entries of a day and list that were sealed, counted once each however many times they were delivered. */
const countSigillati = async (sigilli: Sigilli, segmenti: readonly Segmento[], chiave: string): Promise<number> => {
  const viste = new Set<string>();
  for (const segmento of segmenti.filter(({ conteggi }) => conteggi[chiave] !== undefined)) {
    for (const voce of (await sigilli.readManifesto(segmento))?.voci ?? [])
      if (voce.alterazione === undefined && `${giornoDi(voce.sk.split("#")[0] ?? "")}#${voce.elenco}` === chiave)
        viste.add(`${voce.pk} ${voce.sk}`);
  }
  return viste.size;
};

const sumConteggi = (segmenti: readonly Segmento[], chiave: string): number =>
  segmenti.reduce((somma, { conteggi }) => somma + (conteggi[chiave] ?? 0), 0);

export const verifyGiorno = ({ sigilli, registro, clock }: Porte) => {
  /** Later days are read only for a list that does not add up: an entry may have waited before it was written. */
  const findDopo = async (giorno: string): Promise<readonly Segmento[]> => {
    const giorni = Array.from({ length: GIORNI_DI_RITARDO }, (_, i) => addGiorni(giorno, i + 1)).filter((g) => g <= giornoDi(clock.now()));
    return (await Promise.all(giorni.map((g) => sigilli.findSegmenti(g)))).flat();
  };

  const verifyElenchi = async (
    giorno: string,
    segmenti: readonly Segmento[],
    elenchi: readonly string[],
  ): Promise<Pick<EsitoVerifica, "tardivi" | "anomalie">> => {
    const anomalie: Anomalia[] = [];
    let tardivi = 0;
    let dopo: readonly Segmento[] | undefined;
    for (const elenco of elenchi) {
      const chiave = `${giorno}#${elenco}`;
      const presenti = await sigilli.countEventi(elenco, inizioGiorno(giorno), fineGiorno(giorno));
      if (presenti === sumConteggi(segmenti, chiave)) continue;
      dopo ??= await findDopo(giorno);
      const nelGiorno = await countSigillati(sigilli, segmenti, chiave);
      const sigillati = await countSigillati(sigilli, [...segmenti, ...dopo], chiave);
      tardivi += sigillati - nelGiorno;
      if (presenti > sigillati)
        anomalie.push({
          tipo: "EVENTI_AGGIUNTI",
          dettaglio: `${elenco}: ${presenti - sigillati} eventi del ${giorno} che nessuno ha sigillato`,
        });
    }
    return { tardivi, anomalie };
  };

  return async (
    giorno: string,
    parte: number,
    chiamante: Chiamante,
  ): Promise<Esito<EsitoVerifica, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO" | "PARAMETRO_NON_VALIDO">>> => {
    if (chiamante.domini !== "*") return rifiuto("NON_AUTORIZZATO", "i sigilli riguardano tutti i creditori: serve chi li vede tutti");
    const sigillo = await sigilli.getSigillo(giorno);
    if (!sigillo) return rifiuto("NON_TROVATO", `il giorno ${giorno} non ha ancora un sigillo`);
    const segmenti = await sigilli.findSegmenti(giorno);
    const noti = [...(await registro.list("dominio")).map(({ idDominio }) => idDominio), SENZA_DOMINIO];
    const nominati = segmenti.flatMap(({ conteggi }) => Object.keys(conteggi).map((chiave) => chiave.slice(chiave.indexOf("#") + 1)));
    const gruppi = pagine(segmenti, SEGMENTI_PER_PARTE);
    const elenchi = pagine([...new Set([...noti, ...nominati])].sort(), ELENCHI_PER_PARTE);
    const parti = gruppi.length + elenchi.length;
    if (parte >= parti) return rifiuto("PARAMETRO_NON_VALIDO", `parte: da 0 a ${parti - 1}`);
    const adesso = Date.parse(clock.now()) / 1000;
    const catena = parte === 0 ? await verifyCatena(sigilli, sigillo, segmenti) : [];
    const confronti: Confronto[] = [];
    for (const segmento of gruppi[parte] ?? []) confronti.push(await verifySegmento(sigilli, segmento, adesso));
    const liste = await verifyElenchi(giorno, segmenti, elenchi[parte - gruppi.length] ?? []);
    return ok({
      ...{ giorno, sigillo, parte, parti },
      verificati: confronti.reduce((somma, { verificati }) => somma + verificati, 0),
      scaduti: confronti.reduce((somma, { scaduti }) => somma + scaduti, 0),
      tardivi: liste.tardivi,
      anomalie: [...catena, ...confronti.flatMap(({ anomalie }) => anomalie), ...liste.anomalie],
    });
  };
};
