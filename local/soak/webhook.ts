/**
 * Deliveries to subscribers under trouble, without a machine: announcements told twice, workers killed at any request, messages doubled and out of order, subscribers that
 * refuse at random, that are down for a day, that never take the announcements of some debts. What must hold at the end is what integrators are promised.
 */
import { ArchivioAbbonamenti, createAbbonati } from "../../shared/adapters/archivio/abbonamenti.ts";
import { ArchivioAnnunci } from "../../shared/adapters/archivio/annunci.ts";
import { mappaAbbonamento, mappaSeguito } from "../../shared/adapters/archivio/mappe-abbonamento.ts";
import { ArchivioRegistro } from "../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../shared/adapters/archivio/unit-of-work.ts";
import { DepositoInMemoria } from "../../shared/adapters/memory/deposito.ts";
import { createClockFermo, createIdsInSequenza } from "../../shared/adapters/memory/tempo.ts";
import type { Abbonamento } from "../../shared/domain/abbonamenti/abbonamento.ts";
import { createSeguito } from "../../shared/domain/abbonamenti/seguito.ts";
import type { Annuncio } from "../../shared/domain/annunci/annuncio.ts";
import type { EsitoSpedizione } from "../../shared/ports/abbonamenti.ts";
import type { Traccia } from "../../shared/ports/traccia.ts";
import { wakeAbbonamenti } from "../../shared/usecases/abbonamenti/abbonamenti.ts";
import { createDeliverAnnunci } from "../../shared/usecases/abbonamenti/deliver-annunci.ts";

export interface ImpostazioniWebhook {
  readonly debiti: number;
  readonly annunciPerDebito: number;
  readonly seme: number;
  /** Chance that a worker dies at one of its requests. */
  readonly morti: number;
}

const ADESSO = "2026-11-26T08:00:00.000Z";
const DOMINIO = "01234567897";
const GIORNO_MILLISECONDI = 86_400_000;
const MINUTO_MILLISECONDI = 60_000;
const MINUTI_MASSIMI = 6 * 24 * 60;
/** How often the job looks for what is due; every minute in truth. */
const PASSO_MINUTI = 10;
const PER_LOTTO = 40;
const LAVORATORI = 4;

/** Deterministic, so that a run that fails can be run again (mulberry32). */
const createCaso = (seme: number) => {
  let stato = seme;
  return (): number => {
    stato = (stato + 0x6d2b79f5) | 0;
    let t = Math.imul(stato ^ (stato >>> 15), 1 | stato);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Subscribers, by how they behave; milliseconds since the beginning. */
const ABBONATI = {
  sano: () => true,
  capriccioso: (caso: number) => caso > 0.25,
  giuPerUnGiorno: (_caso: number, trascorsi: number) => trascorsi > GIORNO_MILLISECONDI,
  schizzinoso: (caso: number, _trascorsi: number, debito: number) => debito % 7 !== 0 || caso > 0.6,
} as const;
type NomeAbbonato = keyof typeof ABBONATI;
const NOMI = Object.keys(ABBONATI) as readonly NomeAbbonato[];

export interface EsitoWebhook {
  readonly annunci: number;
  readonly consegne: number;
  readonly ripetute: number;
  readonly rifiutate: number;
  readonly interruzioni: number;
  /** Minutes of the subscribers' time until everything was taken, by subscriber. */
  readonly minuti: Readonly<Record<string, number>>;
  readonly differenze: readonly string[];
}

class Morto extends Error {}

/** Also hands out the messages of the outbox, as the stream does. */
class DepositoConOutbox extends DepositoInMemoria {
  readonly #messaggi: Record<string, unknown>[] = [];

  override async commit(scritture: Parameters<DepositoInMemoria["commit"]>[0]) {
    const contrasti = await super.commit(scritture);
    const elementi = contrasti.length > 0 ? [] : scritture.flatMap((scrittura) => ("elemento" in scrittura ? [scrittura.elemento] : []));
    this.#messaggi.push(...elementi.filter(({ pk }) => pk.startsWith("OUT#")).map(({ corpo }) => JSON.parse(String(corpo))));
    return contrasti;
  }

  takeMessaggi(): readonly Record<string, unknown>[] {
    return this.#messaggi.splice(0);
  }
}

const buildAnnuncio = (debito: number, n: number): Annuncio => ({
  ...{ id: `${debito}-${n}`, tipo: n === 0 ? "pendenza.creata" : "pendenza.modificata", idDominio: DOMINIO, data: ADESSO },
  ...{ oggetto: String(debito), ambito: { importo: debito }, dati: { n } },
});

const buildAbbonamento = (idAbbonamento: string): Abbonamento => ({
  ...{
    versione: 0,
    idDominio: DOMINIO,
    idAbbonamento,
    abilitato: true,
    url: "https://abbonato.example.it/",
    tipi: [],
    filtri: {},
    chiavi: [],
  },
});

/** One list of announcements, each debt in order, debts mixed. */
const mixAnnunci = ({ debiti, annunciPerDebito }: ImpostazioniWebhook, caso: () => number): Annuncio[] => {
  const prossimi = Array.from({ length: debiti }, () => 0);
  const aperti = prossimi.map((_, debito) => debito);
  const annunci: Annuncio[] = [];
  while (aperti.length > 0) {
    const scelto = Math.floor(caso() * aperti.length);
    const debito = aperti[scelto] ?? 0;
    const n = prossimi[debito] ?? 0;
    annunci.push(buildAnnuncio(debito, n));
    prossimi[debito] = n + 1;
    if (n + 1 >= annunciPerDebito) aperti.splice(scelto, 1);
  }
  return annunci;
};

/** What the subscribers received: every time, and the first time of each. */
const createAscolto = (caso: () => number, trascorsi: () => number) => {
  const ricevuti = new Map<NomeAbbonato, string[]>(NOMI.map((nome) => [nome, []]));
  const cifre = { consegne: 0, ripetute: 0, rifiutate: 0 };
  const minuti: Record<string, number> = {};
  const listen = (nome: NomeAbbonato, id: string): EsitoSpedizione => {
    const data = ADESSO;
    if (!ABBONATI[nome](caso(), trascorsi(), Number(id.split("-")[0]))) {
      cifre.rifiutate += 1;
      return {
        tentativo: caso() < 0.5 ? { data, millisecondi: 5_000, errore: "nessuna risposta" } : { data, millisecondi: 3, status: 500 },
      };
    }
    const suoi = ricevuti.get(nome) ?? [];
    cifre.consegne += 1;
    if (suoi.includes(id)) cifre.ripetute += 1;
    else suoi.push(id);
    minuti[nome] = Math.round(trascorsi() / MINUTO_MILLISECONDI);
    return { tentativo: { data, millisecondi: 3, status: 204 } };
  };
  return { ricevuti, cifre, minuti, listen };
};

const verify = (attesi: readonly Annuncio[], ricevuti: ReadonlyMap<NomeAbbonato, readonly string[]>): readonly string[] =>
  [...ricevuti].flatMap(([nome, suoi]) => {
    const mancanti = attesi.filter(({ id }) => !suoi.includes(id)).map(({ id }) => `${nome}: ${id} mai arrivato`);
    const arrivati = new Map<string, number>();
    const fuoriPosto = suoi.flatMap((id) => {
      const [debito = "", n = ""] = id.split("-");
      const atteso = arrivati.get(debito) ?? 0;
      arrivati.set(debito, Number(n) + 1);
      return Number(n) === atteso ? [] : [`${nome}: ${id} arrivato quando si attendeva ${debito}-${atteso}`];
    });
    return [...mancanti, ...fuoriPosto];
  });

const TRACCIA: Traccia = {
  ...{ transactionId: "prova", inizio: ADESSO, omit: () => {} },
  evento: (campi = {}) => ({
    ...{
      id: `${campi.dettaglioEsito ?? ""}`,
      componente: "GOVPAY",
      categoriaEvento: "INTERNO",
      ruolo: "SERVER",
      tipoEvento: "prova",
      esito: "OK",
    },
    ...{ dataEvento: ADESSO, durataMillisecondi: 0, transactionId: "prova", ...campi },
  }),
};

export const runWebhook = async (impostazioni: ImpostazioniWebhook): Promise<EsitoWebhook> => {
  const caso = createCaso(impostazioni.seme);
  const clock = createClockFermo(ADESSO);
  const trascorsi = (): number => Date.parse(clock.now()) - Date.parse(ADESSO);
  const ascolto = createAscolto(caso, trascorsi);
  let pericolo = false;
  let interruzioni = 0;
  const deposito = new DepositoConOutbox(() => {
    if (!pericolo || caso() >= impostazioni.morti) return;
    interruzioni += 1;
    throw new Morto("ucciso");
  });
  const ids = createIdsInSequenza();
  const unitOfWork = new ArchivioUnitOfWork(deposito, { seguito: mappaSeguito, abbonamento: mappaAbbonamento }, clock, ids, {
    conservazioneEventiGiorni: 760,
  });
  for (const nome of NOMI)
    await unitOfWork.commit([
      { azione: "crea", entita: "abbonamento", valore: buildAbbonamento(nome) },
      { azione: "crea", entita: "seguito", valore: createSeguito(DOMINIO, nome, ADESSO) },
    ]);
  const annunci = new ArchivioAnnunci({ deposito, clock, ids, abbonati: createAbbonati(deposito, clock) });
  const abbonamenti = new ArchivioAbbonamenti(deposito);
  const deliver = createDeliverAnnunci({
    ...{ registro: new ArchivioRegistro(deposito), abbonamenti, annunci, unitOfWork, clock, ids, present: () => ({}) },
    spedizione: {
      send: async ({ idAbbonamento }, id) => {
        // Others go on meanwhile.
        await new Promise((resolve) => setImmediate(resolve));
        const nome = NOMI.find((uno) => uno === idAbbonamento) ?? "sano";
        return ascolto.listen(nome, id);
      },
    },
  });
  const inCoda: { readonly idAbbonamento: string; readonly dal: number }[] = [];
  const takeMessaggi = (): void => {
    for (const corpo of deposito.takeMessaggi()) {
      const messaggio = { idAbbonamento: String(corpo["idAbbonamento"]), dal: trascorsi() };
      inCoda.push(messaggio, ...(caso() < 0.1 ? [messaggio] : []));
    }
  };
  /** A message whose worker dies comes back when its turn is over. */
  const consume = async (): Promise<void> => {
    takeMessaggi();
    for (
      let pronti = inCoda.filter(({ dal }) => dal <= trascorsi());
      pronti.length > 0;
      pronti = inCoda.filter(({ dal }) => dal <= trascorsi())
    ) {
      const presi = pronti.sort(() => caso() - 0.5).slice(0, LAVORATORI);
      for (const preso of presi) inCoda.splice(inCoda.indexOf(preso), 1);
      pericolo = true;
      await Promise.all(
        presi.map(({ idAbbonamento }) =>
          deliver({ idDominio: DOMINIO, idAbbonamento }, TRACCIA).catch((errore: unknown) => {
            if (!(errore instanceof Morto) && !(errore instanceof Error && errore.message.includes("turno"))) throw errore;
            inCoda.push({ idAbbonamento, dal: trascorsi() + 6 * MINUTO_MILLISECONDI });
          }),
        ),
      );
      pericolo = false;
      takeMessaggi();
    }
  };
  const attesi = mixAnnunci(impostazioni, caso);
  for (let i = 0; i < attesi.length; i += PER_LOTTO) {
    const lotto = attesi.slice(i, i + PER_LOTTO);
    await annunci.append(lotto);
    if (caso() < 0.1) await annunci.append(lotto);
    clock.advance(1_000);
    if (caso() < 0.5) await consume();
  }
  const wake = wakeAbbonamenti({ abbonamenti, unitOfWork, clock });
  const isFinito = (): boolean => [...ascolto.ricevuti.values()].every(({ length }) => length >= attesi.length);
  for (let minuto = 0; minuto < MINUTI_MASSIMI && !isFinito(); minuto += PASSO_MINUTI) {
    await consume();
    clock.advance(PASSO_MINUTI * MINUTO_MILLISECONDI);
    await wake();
  }
  const { ricevuti, cifre, minuti } = ascolto;
  return { annunci: attesi.length, ...cifre, interruzioni, minuti, differenze: verify(attesi, ricevuti) };
};

const numero = (n: number): string => n.toLocaleString("it-IT");

/** In Markdown, for a note. */
export const writeRapportoWebhook = (esito: EsitoWebhook): string => {
  const righe: readonly (readonly [string, string])[] = [
    ["Eventi", numero(esito.annunci)],
    ["Consegne prese, di cui ripetute con lo stesso id", `${numero(esito.consegne)}, ${numero(esito.ripetute)}`],
    ["Consegne rifiutate o senza risposta", numero(esito.rifiutate)],
    ["Lavoratori uccisi a metà", numero(esito.interruzioni)],
    ...Object.entries(esito.minuti).map(([nome, quanti]) => [`Ultimo evento preso da ${nome}`, `${numero(quanti)} minuti`] as const),
    ["Differenze", esito.differenze.length === 0 ? "nessuna" : numero(esito.differenze.length)],
  ];
  const elenco = esito.differenze.slice(0, 50).map((differenza) => `- ${differenza}\n`);
  return `# Tenuta dei webhook\n\n| | |\n|---|---|\n${righe.map(([nome, valore]) => `| ${nome} | ${valore} |`).join("\n")}\n\n${elenco.join("")}`;
};
