/** The end of the run: what the archive holds against what the Node was told. Every receipt once, every debt right, every cent. */
import { centesimiDi } from "../demo/narratore.ts";
import { totaleDi } from "./casi.ts";
import type { Ambiente, Verita } from "./corsa.ts";
import type { Porta } from "./porta.ts";

export interface EsitoVerifica {
  readonly ricevute: number;
  readonly pendenze: number;
  readonly riscossioni: number;
  readonly centesimi: bigint;
  /** What does not add up, in words; empty when everything is right. */
  readonly differenze: readonly string[];
  readonly secondi: number;
}

const PER_PAGINA = 1_000;
const PAZIENZA_MS = 600_000;
const PAUSA_MS = 1_000;

type Oggetto = Readonly<Record<string, unknown>>;
const isOggetto = (valore: unknown): valore is Oggetto => typeof valore === "object" && valore !== null && !Array.isArray(valore);

const readTutti = async (porta: Porta, url: string): Promise<readonly Oggetto[]> => {
  const trovati: Oggetto[] = [];
  let prossimo: string | undefined = `${url}&risultatiPerPagina=${PER_PAGINA}&metadatiPaginazione=false`;
  while (prossimo !== undefined) {
    const pagina = await porta.rest("GET", prossimo);
    if (!isOggetto(pagina) || !Array.isArray(pagina["risultati"])) throw new Error(`${prossimo}: non è un elenco`);
    trovati.push(...pagina["risultati"].filter(isOggetto));
    const successiva: unknown = pagina["prossimiRisultati"];
    prossimo = typeof successiva === "string" ? successiva : undefined;
  }
  return trovati;
};

interface Archivio {
  readonly ricevute: readonly string[];
  readonly stati: ReadonlyMap<string, string>;
  /** iur/indice under their creditor → cents. */
  readonly riscossioni: readonly (readonly [string, bigint])[];
}

const readArchivio = async (porta: Porta, { creditori, urlPendenze, urlRiconciliazione }: Ambiente): Promise<Archivio> => {
  const ricevute: string[] = [];
  const stati = new Map<string, string>();
  const riscossioni: (readonly [string, bigint])[] = [];
  for (const idDominio of creditori) {
    for (const r of await readTutti(porta, `${urlRiconciliazione}/ricevute?idDominio=${idDominio}`))
      ricevute.push(`${idDominio}/${r["iuv"]}/${r["idRicevuta"]}`);
    for (const p of await readTutti(porta, `${urlPendenze}/pendenze?idDominio=${idDominio}`))
      stati.set(String(p["idPendenza"]), String(p["stato"]));
    for (const r of await readTutti(porta, `${urlRiconciliazione}/riscossioni?idDominio=${idDominio}`))
      riscossioni.push([`${idDominio}/${r["iuv"]}/${r["iur"]}/${r["indice"]}`, centesimiDi(Number(r["importo"]))]);
  }
  return { ricevute, stati, riscossioni };
};

const ricevuteAttese = ({ caso, iuv, receiptId }: Verita): readonly string[] =>
  receiptId.flatMap((id) => [...new Set([caso.idDominio, caso.idSecondario ?? caso.idDominio])].map((ente) => `${ente}/${iuv}/${id}`));

const riscossioniAttese = ({ caso, iuv, receiptId }: Verita): readonly (readonly [string, bigint])[] =>
  receiptId.flatMap((id) =>
    caso.importi.map((importo, n) => {
      const ente = n === 1 && caso.idSecondario !== undefined ? caso.idSecondario : caso.idDominio;
      return [`${ente}/${iuv}/${id}/${n + 1}`, importo] as const;
    }),
  );

/** At most this many of a kind: the first tell the story. */
const MOSTRATE = 10;

const compare = (verita: readonly Verita[], archivio: Archivio): readonly string[] => {
  const contate = new Map<string, number>();
  for (const ricevuta of archivio.ricevute) contate.set(ricevuta, (contate.get(ricevuta) ?? 0) + 1);
  const attese = verita.flatMap(ricevuteAttese);
  const note = new Set(attese);
  const importi = new Map(archivio.riscossioni);
  const dovute = verita.flatMap(riscossioniAttese);
  const somma = dovute.reduce((totale, [, importo]) => totale + importo, 0n);
  const trovata = archivio.riscossioni.reduce((totale, [, importo]) => totale + importo, 0n);
  return [
    ...attese
      .filter((chiave) => !contate.has(chiave))
      .map((chiave) => `ricevuta perduta: ${chiave}`)
      .slice(0, MOSTRATE),
    ...[...contate]
      .filter(([, volte]) => volte > 1)
      .map(([chiave, volte]) => `ricevuta conservata ${volte} volte: ${chiave}`)
      .slice(0, MOSTRATE),
    ...[...contate.keys()]
      .filter((chiave) => !note.has(chiave))
      .map((chiave) => `ricevuta che nessuno ha mandato: ${chiave}`)
      .slice(0, MOSTRATE),
    ...verita
      .filter(({ caso }) => archivio.stati.get(caso.idPendenza) !== (caso.doppio ? "ANOMALA" : "ESEGUITA"))
      .map(
        ({ caso }) =>
          `pendenza ${caso.idPendenza}: ${archivio.stati.get(caso.idPendenza) ?? "assente"}, attesa ${caso.doppio ? "ANOMALA" : "ESEGUITA"}`,
      )
      .slice(0, MOSTRATE),
    ...dovute
      .filter(([chiave, importo]) => importi.get(chiave) !== importo)
      .map(([chiave, importo]) => `riscossione ${chiave}: ${importi.get(chiave) ?? "assente"} centesimi, attesi ${importo}`)
      .slice(0, MOSTRATE),
    ...(archivio.riscossioni.length === dovute.length ? [] : [`riscossioni: ${archivio.riscossioni.length}, attese ${dovute.length}`]),
    ...(somma === trovata ? [] : [`riscossi ${trovata} centesimi, attesi ${somma}`]),
  ];
};

/** Waits until the queues have done their work, or nothing changes any more, and says what differs. */
export const verifyArchivio = async (porta: Porta, ambiente: Ambiente, verita: readonly Verita[]): Promise<EsitoVerifica> => {
  const inizio = performance.now();
  let archivio = await readArchivio(porta, ambiente);
  let differenze = compare(verita, archivio);
  while (differenze.length > 0 && performance.now() - inizio < PAZIENZA_MS) {
    const prima = `${archivio.ricevute.length}/${archivio.riscossioni.length}`;
    await new Promise((resolve) => setTimeout(resolve, PAUSA_MS * Math.max(1, verita.length / 500)));
    archivio = await readArchivio(porta, ambiente);
    differenze = compare(verita, archivio);
    if (prima === `${archivio.ricevute.length}/${archivio.riscossioni.length}` && performance.now() - inizio > PAZIENZA_MS / 4) break;
  }
  return {
    ricevute: archivio.ricevute.length,
    pendenze: archivio.stati.size,
    riscossioni: archivio.riscossioni.length,
    centesimi: verita.reduce((totale, { caso, receiptId }) => totale + totaleDi(caso) * BigInt(receiptId.length), 0n),
    differenze,
    secondi: (performance.now() - inizio) / 1000,
  };
};
