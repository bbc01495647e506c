/** The daily check of certificates and keys. Twice, or in two places at once, it only looks twice: the last result stays. */
import { readEmittenti } from "../../domain/ricevute/bolli.ts";
import { type Scadenza, type StatoScadenza, statoScadenza, type TipoScadenza } from "../../domain/scadenze/scadenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ArchivioScadenze, Certificati } from "../../ports/scadenze.ts";
import type { Segreti } from "../../ports/segreti.ts";
import { collectSorvegliati } from "./collect-sorvegliati.ts";

export interface PorteScadenze {
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly certificati: Certificati;
  readonly segreti: Segreti;
  readonly archivio: Pick<ArchivioScadenze, "save">;
  readonly clock: Clock;
  /** Addresses of this installation. */
  readonly pubblici: readonly string[];
}

/** Services looked at; beyond, the check would not end in its time. The others are said not to have been looked at. */
const SERVIZI_MASSIMI = 200;
const IN_PARALLELO = 8;

type Voci = ReadonlyMap<string, readonly string[]>;

export const checkScadenze = ({ registro, certificati, segreti, archivio, clock, pubblici }: PorteScadenze) => {
  const checkServizio = async (servizio: string, usatoDa: readonly string[], posizione: number): Promise<Scadenza> => {
    const base = { tipo: "CERTIFICATO_SERVIZIO", oggetto: servizio, usatoDa } as const;
    if (posizione >= SERVIZI_MASSIMI) return { ...base, dettaglio: `non guardato: i servizi sono più di ${SERVIZI_MASSIMI}` };
    const taglio = servizio.lastIndexOf(":");
    const visto = await certificati.ofServizio(servizio.slice(0, taglio), Number(servizio.slice(taglio + 1)));
    return visto.ok
      ? { ...base, scade: giornoDi(visto.valore.scade), dettaglio: visto.valore.soggetto }
      : { ...base, dettaglio: visto.errore };
  };

  const checkServizi = async (servizi: Voci): Promise<readonly Scadenza[]> => {
    const voci = [...servizi];
    const viste: Scadenza[] = [];
    for (let i = 0; i < voci.length; i += IN_PARALLELO) {
      const lotto = voci.slice(i, i + IN_PARALLELO);
      viste.push(...(await Promise.all(lotto.map(([servizio, usatoDa], j) => checkServizio(servizio, usatoDa, i + j)))));
    }
    return viste;
  };

  const checkPem = (tipo: TipoScadenza, pem: string, usatoDa: readonly string[]): Scadenza => {
    const letto = certificati.ofPem(pem);
    if (!letto.ok) return { tipo, oggetto: pem.slice(0, 80), usatoDa, dettaglio: letto.errore };
    return { tipo, oggetto: letto.valore.soggetto, usatoDa, scade: giornoDi(letto.valore.scade) };
  };

  const checkSegreto = async ([nome, usatoDa]: readonly [string, readonly string[]]): Promise<Scadenza> => {
    const base = { tipo: "SEGRETO", oggetto: nome, usatoDa } as const;
    try {
      const segreto = await segreti.get(nome, true);
      if (!segreto) return { ...base, dettaglio: "il segreto non esiste o non si può leggere" };
      return { ...base, ...(segreto.scadenza !== undefined && { scade: segreto.scadenza }) };
    } catch {
      return { ...base, dettaglio: "il deposito dei segreti non risponde" };
    }
  };

  return async (): Promise<Readonly<Record<string, number>>> => {
    const [intermediari, applicazioni, sezioni] = await Promise.all([
      registro.list("intermediario"),
      registro.list("applicazione"),
      registro.list("sezioneConfigurazione"),
    ]);
    const emittenti = readEmittenti(sezioni.find(({ sezione }) => sezione === "marcheDaBollo")?.valore ?? {});
    const sorvegliati = collectSorvegliati(intermediari, applicazioni, pubblici);
    const scadenze = [
      ...(await checkServizi(sorvegliati.servizi)),
      ...[...sorvegliati.certificati].map(([pem, usatoDa]) => checkPem("CERTIFICATO_NODO", pem, usatoDa)),
      ...[...new Set(emittenti)].map((pem) => checkPem("EMITTENTE_BOLLI", pem, ["marche da bollo"])),
      ...(await Promise.all([...sorvegliati.segreti].map(checkSegreto))),
    ];
    const eseguitoAlle = clock.now();
    await archivio.save({ eseguitoAlle, scadenze });
    const oggi = giornoDi(eseguitoAlle);
    const quante = (stato: StatoScadenza): number => scadenze.filter((scadenza) => statoScadenza(scadenza, oggi) === stato).length;
    return {
      sorvegliate: scadenze.length,
      inScadenza: quante("IN_SCADENZA"),
      scadute: quante("SCADUTA"),
      nonVerificabili: quante("NON_VERIFICABILE"),
    };
  };
};
